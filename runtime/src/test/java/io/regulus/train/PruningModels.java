package io.regulus.train;

import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.Adam;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Freeze;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Lstm;
import io.regulus.annotations.MixedPrecision;
import io.regulus.annotations.MovingAverage;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.StochasticWeightAveraging;

/** Networks to prune. */
final class PruningModels {
    private PruningModels() {}

    /** Slots that go on moving, and averages of the weights. */
    @Network(input = {5, 5, 2})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02)
    @MovingAverage(decay = 0.9)
    abstract static class Averaged {
        @Conv2D(filters = 4, kernel = 3, activation = TANH)
        @BatchNorm
        Layer block;

        @Dense(units = 8, activation = TANH)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1, momentum = 0.9)
    @StochasticWeightAveraging(startEpoch = 1)
    abstract static class Means {
        @Dense(units = 8, activation = TANH)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    /** One step of which can be written down. */
    @Network(input = {6})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1)
    abstract static class Plain {
        @Dense(units = 7, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {4, 3})
    @Regressor(outputs = 2)
    @Adam(learningRate = 0.02)
    @MixedPrecision
    abstract static class Steps {
        @Lstm(units = 5)
        Layer states;

        @Dense(units = 6, activation = TANH)
        @Freeze
        Layer kept;

        @Dense(units = 2)
        Layer out;
    }

    /** Only a norm is trained. */
    @Network(input = {6})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class NoKernel {
        @BatchNorm
        Layer norm;

        @Dense(units = 2)
        @Freeze
        Layer out;
    }
}
