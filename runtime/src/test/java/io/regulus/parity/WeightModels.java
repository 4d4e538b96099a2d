package io.regulus.parity;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.AdamW;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.ClipByGlobalNorm;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.DecayGroup;
import io.regulus.annotations.Dense;
import io.regulus.annotations.ExcludeFromDecay;
import io.regulus.annotations.L1;
import io.regulus.annotations.Layer;
import io.regulus.annotations.LayerwiseRateDecay;
import io.regulus.annotations.LearningRateFactor;
import io.regulus.annotations.MaxNorm;
import io.regulus.annotations.MovingAverage;
import io.regulus.annotations.Network;
import io.regulus.annotations.On;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.UnitNorm;

/** The models of {@code make_weight_fixtures.py}: what a step does to weights beside the gradient. */
final class WeightModels {
    private WeightModels() {}

    @Network(input = {8})
    @Classifier(classes = 3)
    @AdamW(learningRate = 0.01, epsilon = 1e-3, weightDecay = 0.5, excludeFromDecay = "out/kernel")
    @DecayGroup(pattern = "*/bias", weightDecay = 0.25)
    @DecayGroup(pattern = "h*", weightDecay = 1)
    abstract static class Groups {
        @Dense(units = 10, activation = RELU)
        Layer first;

        @Dense(units = 10, activation = RELU)
        Layer hidden;

        @Dense(units = 10, activation = RELU)
        @ExcludeFromDecay
        Layer half;

        @Dense(units = 3)
        Layer out;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @AdamW(learningRate = 0.02, epsilon = 1e-3, weightDecay = 0.5)
    @LayerwiseRateDecay(0.7)
    abstract static class Layerwise {
        @Dense(units = 10, activation = RELU)
        @BatchNorm(momentum = 0.9)
        Layer first;

        @Dense(units = 10, activation = RELU)
        @LearningRateFactor(0.5)
        Layer second;

        @Dense(units = 3)
        Layer out;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1, momentum = 0.9)
    @ClipByGlobalNorm(0.5)
    abstract static class Factors {
        @Dense(units = 16, activation = RELU)
        @L1(value = 0.02, proximal = true)
        @LearningRateFactor(0.25)
        Layer hidden;

        @Dense(units = 3)
        @LearningRateFactor(2)
        Layer logits;
    }

    @Network(input = {6, 6, 1})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1, momentum = 0.9)
    @MaxNorm(0.8)
    abstract static class MaxNorms {
        @Conv2D(filters = 4, kernel = 3, activation = RELU)
        Layer conv;

        @Dense(units = 8, activation = RELU)
        @MaxNorm(value = 1.2, on = On.ALL)
        Layer hidden;

        @Dense(units = 3)
        Layer out;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01, epsilon = 1e-3)
    abstract static class UnitNorms {
        @Dense(units = 12, activation = RELU)
        @L1(value = 0.5, proximal = true)
        @UnitNorm
        Layer hidden;

        @Dense(units = 3)
        Layer out;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02, epsilon = 1e-3)
    @MovingAverage(decay = 0.8)
    abstract static class Average {
        @Dense(units = 10, activation = RELU)
        Layer first;

        @Dense(units = 10, activation = RELU)
        @BatchNorm(momentum = 0.9)
        Layer norm;

        @Dense(units = 3)
        Layer out;
    }
}
