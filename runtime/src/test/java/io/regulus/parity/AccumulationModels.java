package io.regulus.parity;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.ClipByGlobalNorm;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.GradientAccumulation;
import io.regulus.annotations.Input;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Nadam;
import io.regulus.annotations.Network;
import io.regulus.annotations.On;
import io.regulus.annotations.Sgd;

/** Networks of fixtures that take their batches in three parts. */
final class AccumulationModels {
    private AccumulationModels() {}

    /** {@code StepModels.GlobalNorm}. */
    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @L2(0.01)
    @ClipByGlobalNorm(0.3)
    @GradientAccumulation(batches = 3)
    abstract static class Clipped {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    /** {@code ParityModels.DenseNadam}, whose step has a product that counts updates. */
    @Network(input = {8})
    @Classifier(classes = 3)
    @Nadam(learningRate = 0.005, beta1 = 0.8, beta2 = 0.99, epsilon = 0.001, momentumDecay = 0.1)
    @GradientAccumulation(batches = 3)
    abstract static class OfNadam {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    /** {@code TokenModels.LazyAdam}, of whose table only the rows move that were read. */
    @Network
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02, epsilon = 1e-3)
    @GradientAccumulation(batches = 3)
    abstract static class OfRows {
        @Input(
                shape = {5},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 40, units = 4)
        @Flatten
        @L2(value = 0.02, on = On.EMBEDDING)
        Layer embedded;

        @Dense(units = 3)
        Layer logits;
    }
}
