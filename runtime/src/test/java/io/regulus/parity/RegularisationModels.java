package io.regulus.parity;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.ActivityRegularization;
import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MinMaxNorm;
import io.regulus.annotations.Network;
import io.regulus.annotations.NonNegative;
import io.regulus.annotations.On;
import io.regulus.annotations.Orthogonal;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.Vectors;

/** The models of {@code make_regularisation_fixtures.py}. */
final class RegularisationModels {
    private RegularisationModels() {}

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class Activity {
        @Dense(units = 10, activation = TANH)
        @ActivityRegularization(l1 = 0.02, l2 = 0.03)
        Layer first;

        @Dense(units = 6, activation = RELU)
        @ActivityRegularization(l2 = 0.1)
        @Dropout(p = 0)
        Layer second;

        @Dense(units = 3)
        Layer out;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01, epsilon = 1e-3)
    abstract static class Orthogonals {
        @Dense(units = 10, activation = TANH)
        @Orthogonal(0.5)
        Layer first;

        @Dense(units = 6, activation = TANH)
        @Orthogonal(value = 0.3, vectors = Vectors.ROWS)
        Layer second;

        @Dense(units = 3)
        Layer out;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1, momentum = 0.9)
    @MinMaxNorm(rate = 0.25)
    abstract static class Bounds {
        @Dense(units = 10, activation = TANH)
        @MinMaxNorm(min = 0.7, max = 0.9)
        @NonNegative
        Layer first;

        @Dense(units = 6, activation = TANH)
        @NonNegative(on = On.BIAS)
        Layer second;

        @Dense(units = 3)
        Layer out;
    }
}
