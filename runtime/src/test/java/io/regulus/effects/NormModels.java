package io.regulus.effects;

import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.GroupNorm;
import io.regulus.annotations.InstanceNorm;
import io.regulus.annotations.Layer;
import io.regulus.annotations.LayerNorm;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.RmsNorm;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.Statistics;

/** Norms before a layer that tests make the identity; the rate is too small to move it. */
final class NormModels {
    private NormModels() {}

    @Network(input = {4})
    @Regressor(outputs = 4)
    @Sgd(learningRate = 1e-12)
    abstract static class LayerRows {
        @LayerNorm(epsilon = 0.05)
        Layer norm;

        @Dense(units = 4)
        Layer out;
    }

    @Network(input = {2, 3, 2})
    @Regressor(outputs = 12)
    @Sgd(learningRate = 1e-12)
    abstract static class LayerImages {
        @LayerNorm(epsilon = 0.05)
        Layer norm;

        @Dense(units = 12)
        Layer out;
    }

    @Network(input = {4})
    @Regressor(outputs = 4)
    @Sgd(learningRate = 1e-12)
    abstract static class RmsRows {
        @RmsNorm(epsilon = 0.05)
        Layer norm;

        @Dense(units = 4)
        Layer out;
    }

    @Network(input = {2, 2, 4})
    @Regressor(outputs = 16)
    @Sgd(learningRate = 1e-12)
    abstract static class GroupImages {
        @GroupNorm(groups = 2, epsilon = 0.05)
        Layer norm;

        @Dense(units = 16)
        Layer out;
    }

    @Network(input = {2, 3, 2})
    @Regressor(outputs = 12)
    @Sgd(learningRate = 1e-12)
    abstract static class InstanceImages {
        @InstanceNorm(epsilon = 0.05)
        Layer norm;

        @Dense(units = 12)
        Layer out;
    }

    @Network(input = {3, 2})
    @Regressor(outputs = 6)
    @Sgd(learningRate = 1e-12)
    abstract static class BatchSteps {
        @BatchNorm(momentum = 0.8, epsilon = 0.05)
        @Flatten
        Layer norm;

        @Dense(units = 6)
        Layer out;
    }

    @Network(input = {3, 2})
    @Regressor(outputs = 6)
    @Sgd(learningRate = 1e-12)
    abstract static class BatchStepsUnbiased {
        @BatchNorm(momentum = 0.8, epsilon = 0.05, statistics = Statistics.UNBIASED)
        @Flatten
        Layer norm;

        @Dense(units = 6)
        Layer out;
    }

    @Network(input = {6})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Biases {
        @Dense(units = 4)
        @LayerNorm
        Layer layer;

        @Dense(units = 4)
        @GroupNorm(groups = 2)
        Layer group;

        @Dense(units = 4)
        @RmsNorm
        Layer rms;

        @Dense(units = 4, useBias = true)
        @LayerNorm
        Layer asked;

        @Dense(units = 2)
        Layer out;
    }
}
