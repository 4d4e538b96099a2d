package io.regulus.parity;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.ClipByGlobalNorm;
import io.regulus.annotations.ClipByNorm;
import io.regulus.annotations.ClipByValue;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Sgd;

/** The model classes of the fixtures by {@code make_step_fixtures.py}. */
final class StepModels {
    private StepModels() {}

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @L2(0.01)
    @ClipByGlobalNorm(0.3)
    abstract static class GlobalNorm {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01, epsilon = 1e-3)
    @ClipByNorm(0.2)
    abstract static class Norm {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1, momentum = 0.9)
    @ClipByValue(0.05)
    abstract static class Value {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 3})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class Steps {
        @Dense(units = 5, activation = TANH)
        @Flatten
        Layer each;

        @Dense(units = 3)
        Layer flat;
    }
}
