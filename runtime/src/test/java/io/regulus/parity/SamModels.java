package io.regulus.parity;

import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.Adam;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.ClipByGlobalNorm;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.Input;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Lstm;
import io.regulus.annotations.Network;
import io.regulus.annotations.On;
import io.regulus.annotations.Sam;
import io.regulus.annotations.Sgd;

/** The model classes of the fixtures by {@code make_sam_fixtures.py}. */
final class SamModels {
    private SamModels() {}

    @Network(input = {6})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1, momentum = 0.9)
    @L2(0.02)
    @ClipByGlobalNorm(0.4)
    @Sam(rho = 0.3)
    abstract static class Normed {
        @Dense(units = 10, activation = TANH)
        @BatchNorm(momentum = 0.9)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02, epsilon = 1e-3)
    @Sam(rho = 0.5)
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

    @Network(input = {6, 3})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.3)
    @Sam(rho = 0.2)
    abstract static class Recurrent {
        @Lstm(units = 5)
        @L2(value = 0.01, on = On.RECURRENT_KERNEL)
        Layer encoder;

        @Dense(units = 3)
        Layer logits;
    }
}
