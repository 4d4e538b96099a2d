package io.regulus.testing;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.Adam;
import io.regulus.annotations.AdamW;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Input;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxPool2D;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.RmsProp;
import io.regulus.annotations.Sgd;

/** Networks that tests of any package train; the classes generated for them are public. */
final class Nets {
    private Nets() {}

    /** Slots, moving statistics, dropout and a penalty: everything that a run must repeat. */
    @Network(input = {6})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01)
    @L2(1e-3)
    abstract static class Full {
        @Dense(units = 8, activation = RELU)
        @BatchNorm
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    /** As {@code Full}, one unit wider. */
    @Network(input = {6})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01)
    @L2(1e-3)
    abstract static class Wider {
        @Dense(units = 9, activation = RELU)
        @BatchNorm
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6})
    @Classifier(classes = 3)
    @Sgd
    abstract static class Plain {
        @Dense(units = 8, activation = RELU)
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6})
    @Classifier(classes = 3)
    @Sgd(momentum = 0.9, nesterov = true, weightDecay = 0.01)
    abstract static class Momentum {
        @Dense(units = 8, activation = RELU)
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6})
    @Classifier(classes = 3)
    @AdamW(weightDecay = 0.1)
    abstract static class Decayed {
        @Dense(units = 8, activation = RELU)
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6})
    @Classifier(classes = 3)
    @RmsProp(momentum = 0.5)
    abstract static class Rms {
        @Dense(units = 8, activation = RELU)
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6})
    @Classifier(classes = 3)
    @RmsProp(centered = true)
    abstract static class Centered {
        @Dense(units = 8, activation = RELU)
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1)
    abstract static class Line {
        @Dense(units = 4, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    /** Its kernels have the names and the number of values of those of {@code Full}, and other shapes. */
    @Network(input = {8})
    @Classifier(classes = 4)
    @Sgd
    abstract static class Reshaped {
        @Dense(units = 6, useBias = false)
        Layer hidden;

        @Dense(units = 4, useBias = false)
        Layer logits;
    }

    /** Wide on both sides, so that a tensor left open weighs. */
    @Network(input = {256})
    @Regressor(outputs = 256)
    @Sgd(learningRate = 1e-4)
    abstract static class Wide {
        @Dense(units = 256)
        Layer out;
    }

    @Network(input = {3})
    @BinaryClassifier
    @Sgd
    abstract static class YesNo {
        @Dense(units = 1)
        Layer logit;
    }

    @Network
    @Classifier(classes = 2)
    @Sgd
    abstract static class Bytes {
        @Input(
                shape = {2, 2, 1},
                type = DataType.UINT8)
        Layer pixels;

        @Conv2D(filters = 2, kernel = 2)
        Layer conv;

        @Dense(units = 2)
        Layer logits;
    }

    @Network
    @Classifier(classes = 2)
    @Sgd
    abstract static class Ints {
        @Input(
                shape = {3},
                type = DataType.INT32)
        Layer counts;

        @Dense(units = 2)
        Layer logits;
    }

    /** Small grey images given as floats. */
    @Network(input = {4, 4, 1})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01)
    abstract static class Images {
        @Conv2D(filters = 4, kernel = 2, activation = RELU)
        @MaxPool2D(pool = 2)
        Layer conv;

        @Dense(units = 8, activation = RELU)
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    /** Rows so wide that eight of them are worth a thread of their own. */
    @Network(input = {4096})
    @Regressor
    @Sgd(learningRate = 1e-4)
    abstract static class LongRow {
        @Dense(units = 1)
        Layer out;
    }

    /** A thousand of its rows are worth a thread of their own. */
    @Network(input = {32})
    @Regressor
    @Sgd(learningRate = 1e-4)
    abstract static class Strip {
        @Dense(units = 1)
        Layer out;
    }
}
