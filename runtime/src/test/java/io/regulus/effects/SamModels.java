package io.regulus.effects;

import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.ActivityRegularization;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Block;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Freeze;
import io.regulus.annotations.From;
import io.regulus.annotations.GradientAccumulation;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sam;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.SharesWeightsOf;

/** Networks whose layers run a second time at other weights. */
final class SamModels {
    private SamModels() {}

    /** A line through the origin, with both kinds of penalty. */
    @Network(input = {2})
    @Regressor
    @Sgd(learningRate = 0.1)
    @L2(0.05)
    @Sam(rho = 0.25)
    abstract static class Line {
        @Dense(units = 1, useBias = false)
        @ActivityRegularization(l2 = 0.1)
        Layer out;
    }

    @Block
    abstract static class Part {
        @Dense(units = 5, activation = TANH)
        Layer inner;
    }

    /** Whatever declares weights. */
    @Network(input = {5})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @Sam
    abstract static class Twice {
        Part part;

        @Dense(units = 5)
        @BatchNorm(momentum = 0.5)
        @Dropout(p = 0.3)
        Layer first;

        @SharesWeightsOf("first")
        Layer second;

        @Dense(units = 4)
        @Freeze
        Layer still;

        @Dense(units = 3)
        Layer logits;
    }

    /** {@code Twice} without the second run. */
    @Network(input = {5})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class Once {
        Part part;

        @Dense(units = 5)
        @BatchNorm(momentum = 0.5)
        @Dropout(p = 0.3)
        Layer first;

        @SharesWeightsOf("first")
        Layer second;

        @Dense(units = 4)
        @Freeze
        Layer still;

        @Dense(units = 3)
        Layer logits;
    }

    /** {@code Line} in steps of two batches. */
    @Network(input = {2})
    @Regressor
    @Sgd(learningRate = 0.1)
    @L2(0.05)
    @Sam(rho = 0.25)
    @GradientAccumulation(batches = 2)
    abstract static class Parts {
        @Dense(units = 1, useBias = false)
        @ActivityRegularization(l2 = 0.1)
        Layer out;
    }

    /** Two outputs. */
    @Network(input = {2})
    @Sgd(learningRate = 0.1)
    @Sam(rho = 0.25)
    abstract static class Heads {
        @Dense(units = 2, useBias = false)
        @Regressor(outputs = 2, lossWeight = 0.5)
        Layer one;

        @From("input")
        @Dense(units = 1, useBias = false)
        @Regressor
        Layer other;
    }
}
