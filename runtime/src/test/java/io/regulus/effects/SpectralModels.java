package io.regulus.effects;

import io.regulus.annotations.Activation;
import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Add;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Freeze;
import io.regulus.annotations.From;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sam;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.SharesWeightsOf;
import io.regulus.annotations.SpectralNorm;

/** Networks whose kernels are divided by their largest singular value. */
final class SpectralModels {
    private SpectralModels() {}

    @Network(input = {6})
    @Regressor(outputs = 4)
    @Sgd(learningRate = 0.1)
    abstract static class Once {
        @Dense(units = 4)
        @SpectralNorm
        Layer out;
    }

    @Network(input = {6})
    @Regressor(outputs = 4)
    @Sgd(learningRate = 0.1)
    abstract static class Plain {
        @Dense(units = 4)
        Layer out;
    }

    @Network(input = {6})
    @Regressor(outputs = 4)
    @Sgd(learningRate = 0.1, momentum = 0.9)
    abstract static class Thrice {
        @Dense(units = 4)
        @SpectralNorm(powerIterations = 3)
        Layer out;
    }

    @Network(input = {6})
    @Regressor(outputs = 4)
    @Sgd(learningRate = 0.1)
    @Sam(rho = 0.2)
    abstract static class Sharp {
        @Dense(units = 4)
        @SpectralNorm(powerIterations = 40)
        Layer out;
    }

    @Network(input = {6})
    @Regressor(outputs = 4)
    @Sgd(learningRate = 1e-12)
    abstract static class Still {
        @Dense(units = 4)
        @SpectralNorm
        Layer out;
    }

    @Network(input = {6})
    @Regressor(outputs = 4)
    @Sgd(learningRate = 0.1)
    abstract static class Shared {
        @Dense(units = 4)
        @SpectralNorm
        Layer first;

        @From("input")
        @Activation(ActivationFunction.TANH)
        Layer other;

        @SharesWeightsOf("first")
        Layer second;

        @From({"first", "second"})
        @Add
        Layer both;
    }

    @Network(input = {6})
    @Regressor(outputs = 4)
    @Sgd(learningRate = 0.1)
    abstract static class Frozen {
        @Dense(units = 6, activation = ActivationFunction.TANH)
        Layer body;

        @Dense(units = 4)
        @SpectralNorm
        @Freeze
        Layer out;
    }
}
