package io.regulus.engine;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.Adam;
import io.regulus.annotations.AvgPool2D;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Block;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.L1;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxPool2D;
import io.regulus.annotations.MixedPrecision;
import io.regulus.annotations.Network;
import io.regulus.annotations.Padding;
import io.regulus.annotations.RegressionLoss;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;

/** Networks that nothing keeps from exploding, and pairs of which one computes in mixed precision. */
final class EngineModels {
    private EngineModels() {}

    @Block
    abstract static class Part {
        @Dense(units = 1, useBias = false)
        Layer inner;
    }

    /** A layer of a block, whose name has a slash as those of its weights have. */
    @Network(input = 1)
    @Regressor
    @Sgd
    abstract static class Nested {
        Part part;

        @Dense(units = 1, useBias = false)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Adam
    abstract static class Deep {
        @Dense(units = 4)
        Layer first;

        @Dense(units = 4)
        @BatchNorm
        Layer second;

        @Dense(units = 4, activation = RELU)
        Layer third;

        @Dense(units = 2)
        Layer fourth;
    }

    @Network(input = {3, 3, 1})
    @Regressor(outputs = 2)
    @Sgd(momentum = 0.9)
    @L2(0.01)
    abstract static class Image {
        @Conv2D(filters = 2, kernel = 2, activation = RELU)
        Layer conv;

        @Flatten
        Layer flat;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(loss = RegressionLoss.MAE)
    @Sgd
    abstract static class Absolute {
        @Dense(units = 1)
        Layer out;
    }

    /** Both kinds of smooth and one of proximal penalty, a norm, dropout: all that a loss scale may meet. */
    @Network(input = {6})
    @Regressor(outputs = 2)
    @Adam(learningRate = 0.01)
    @L2(0.01)
    abstract static class Penalised {
        @Dense(units = 8, activation = RELU)
        @BatchNorm
        @Dropout(p = 0.3)
        @L1(0.02)
        Layer hidden;

        @Dense(units = 4, activation = TANH)
        @L1(value = 0.03, proximal = true)
        Layer sparse;

        @Dense(units = 2)
        Layer out;
    }

    /** {@code Penalised} in mixed precision. */
    @Network(input = {6})
    @Regressor(outputs = 2)
    @Adam(learningRate = 0.01)
    @L2(0.01)
    @MixedPrecision
    abstract static class PenalisedMixed {
        @Dense(units = 8, activation = RELU)
        @BatchNorm
        @Dropout(p = 0.3)
        @L1(0.02)
        Layer hidden;

        @Dense(units = 4, activation = TANH)
        @L1(value = 0.03, proximal = true)
        Layer sparse;

        @Dense(units = 2)
        Layer out;
    }

    /** Tiny features and a huge last kernel make the gradient of the first layer's output far larger than any weight's. */
    @Network(input = {1})
    @Regressor
    @Sgd(learningRate = 1e-15)
    abstract static class Steep {
        @Dense(units = 1, useBias = false)
        Layer first;

        @Dense(units = 1, useBias = false)
        Layer out;
    }

    /** {@code Steep} in mixed precision. */
    @Network(input = {1})
    @Regressor
    @Sgd(learningRate = 1e-15)
    @MixedPrecision
    abstract static class SteepMixed {
        @Dense(units = 1, useBias = false)
        Layer first;

        @Dense(units = 1, useBias = false)
        Layer out;
    }

    @Network(input = {12, 12, 1})
    @Classifier(classes = 4)
    @Sgd(learningRate = 0.01, momentum = 0.9)
    abstract static class Cnn {
        @Conv2D(filters = 16, kernel = 3, activation = RELU, padding = Padding.SAME)
        @BatchNorm
        @MaxPool2D(pool = 2)
        Layer first;

        @Conv2D(filters = 32, kernel = 3, activation = RELU, padding = Padding.SAME)
        @AvgPool2D(pool = 2)
        Layer second;

        @Dense(units = 64, activation = RELU)
        Layer hidden;

        @Dense(units = 4)
        Layer logits;
    }

    /** {@code Cnn} in mixed precision. */
    @Network(input = {12, 12, 1})
    @Classifier(classes = 4)
    @Sgd(learningRate = 0.01, momentum = 0.9)
    @MixedPrecision
    abstract static class CnnMixed {
        @Conv2D(filters = 16, kernel = 3, activation = RELU, padding = Padding.SAME)
        @BatchNorm
        @MaxPool2D(pool = 2)
        Layer first;

        @Conv2D(filters = 32, kernel = 3, activation = RELU, padding = Padding.SAME)
        @AvgPool2D(pool = 2)
        Layer second;

        @Dense(units = 64, activation = RELU)
        Layer hidden;

        @Dense(units = 4)
        Layer logits;
    }

    /** Wide enough for 16 bits. */
    @Network(input = {784})
    @Classifier(classes = 10)
    @Sgd(learningRate = 0.05)
    abstract static class WideDense {
        @Dense(units = 1024, activation = RELU)
        Layer first;

        @Dense(units = 1024, activation = RELU)
        Layer second;

        @Dense(units = 10)
        Layer logits;
    }

    /** {@code WideDense} in mixed precision. */
    @Network(input = {784})
    @Classifier(classes = 10)
    @Sgd(learningRate = 0.05)
    @MixedPrecision
    abstract static class WideDenseMixed {
        @Dense(units = 1024, activation = RELU)
        Layer first;

        @Dense(units = 1024, activation = RELU)
        Layer second;

        @Dense(units = 10)
        Layer logits;
    }
}
