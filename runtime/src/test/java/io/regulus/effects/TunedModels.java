package io.regulus.effects;

import static io.regulus.annotations.ActivationFunction.LEAKY_RELU;

import io.regulus.annotations.Activation;
import io.regulus.annotations.Adagrad;
import io.regulus.annotations.AdamW;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.ElasticNet;
import io.regulus.annotations.L1;
import io.regulus.annotations.L2;
import io.regulus.annotations.Lamb;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Lion;
import io.regulus.annotations.Nadam;
import io.regulus.annotations.Network;
import io.regulus.annotations.RegressionLoss;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.RmsProp;
import io.regulus.annotations.Sgd;

/** Networks full of numbers; those that end in Other differ from the ones above them in every number and nothing else. */
final class TunedModels {
    private TunedModels() {}

    @Network(input = {4})
    @Classifier(classes = 3, labelSmoothing = 0.1)
    @AdamW(learningRate = 0.02, beta1 = 0.8, beta2 = 0.9, epsilon = 1e-3, weightDecay = 0.1)
    @L2(0.01)
    abstract static class Full {
        @Dense(units = 6)
        @BatchNorm(momentum = 0.9, epsilon = 1e-2)
        @Activation(value = LEAKY_RELU, negativeSlope = 0.1)
        @Dropout(p = 0.3)
        Layer first;

        @Dense(units = 6)
        @ElasticNet(l1 = 0.02, l2 = 0.03)
        Layer second;

        @Dense(units = 3)
        @L1(value = 0.05, proximal = true)
        Layer logits;
    }

    @Network(input = {4})
    @Classifier(classes = 3, labelSmoothing = 0.2)
    @AdamW(learningRate = 0.03, beta1 = 0.7, beta2 = 0.95, epsilon = 2e-3, weightDecay = 0.2)
    @L2(0.05)
    abstract static class FullOther {
        @Dense(units = 6)
        @BatchNorm(momentum = 0.8, epsilon = 2e-2)
        @Activation(value = LEAKY_RELU, negativeSlope = 0.4)
        @Dropout(p = 0.6)
        Layer first;

        @Dense(units = 6)
        @ElasticNet(l1 = 0.04, l2 = 0.01)
        Layer second;

        @Dense(units = 3)
        @L1(value = 0.15, proximal = true)
        Layer logits;
    }

    @Network(input = {4})
    @Regressor(outputs = 3, loss = RegressionLoss.HUBER, delta = 0.5)
    @RmsProp(learningRate = 0.02, rho = 0.8, momentum = 0.5, epsilon = 1e-3, centered = true)
    abstract static class Rms {
        @Dense(units = 3)
        Layer out;
    }

    @Network(input = {4})
    @Regressor(outputs = 3, loss = RegressionLoss.HUBER, delta = 0.9)
    @RmsProp(learningRate = 0.01, rho = 0.7, momentum = 0.6, epsilon = 1e-2, centered = true)
    abstract static class RmsOther {
        @Dense(units = 3)
        Layer out;
    }

    @Network(input = {4})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.02, momentum = 0.5, nesterov = true, weightDecay = 0.1)
    abstract static class Momentum {
        @Dense(units = 3)
        Layer out;
    }

    @Network(input = {4})
    @Classifier(classes = 3, labelSmoothing = 0.1)
    @Sgd(learningRate = 0.03, momentum = 0.7, nesterov = true, weightDecay = 0.3)
    abstract static class MomentumOther {
        @Dense(units = 3)
        Layer out;
    }

    @Network(input = {4})
    @Regressor(outputs = 3)
    @Nadam(learningRate = 0.02, beta1 = 0.8, beta2 = 0.9, epsilon = 1e-3, momentumDecay = 0.5)
    abstract static class Nesterov {
        @Dense(units = 3)
        Layer out;
    }

    @Network(input = {4})
    @Regressor(outputs = 3)
    @Lamb(learningRate = 0.02, beta1 = 0.8, beta2 = 0.9, epsilon = 1e-3, weightDecay = 0.1)
    abstract static class Layerwise {
        @Dense(units = 3)
        Layer out;
    }

    @Network(input = {4})
    @Regressor(outputs = 3)
    @Lion(learningRate = 0.3, beta1 = 0.8, beta2 = 0.9, weightDecay = 0.1)
    abstract static class Signs {
        @Dense(units = 3)
        Layer out;
    }

    @Network(input = {4})
    @Regressor(outputs = 3)
    @Adagrad(learningRate = 0.02, initialAccumulator = 0.2, epsilon = 1e-3)
    abstract static class Sums {
        @Dense(units = 3)
        Layer out;
    }
}
