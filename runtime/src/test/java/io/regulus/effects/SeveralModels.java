package io.regulus.effects;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.AcceptAdvice;
import io.regulus.annotations.Adam;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.From;
import io.regulus.annotations.Input;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.RegressionLoss;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;

/** Networks with several inputs or outputs. */
final class SeveralModels {
    private SeveralModels() {}

    /** Three types of inputs and three tasks, dropout and slots of Adam: everything that a run must repeat. */
    @Network
    @Adam(learningRate = 0.01)
    @L2(1e-3)
    abstract static class Full {
        @Input(
                shape = {4, 4, 1},
                type = DataType.UINT8,
                scale = 1 / 255.0)
        Layer image;

        @Conv2D(filters = 3, kernel = 2, activation = RELU)
        @Flatten
        Layer features;

        @Input(shape = 3)
        Layer meta;

        @Dense(units = 4, activation = TANH)
        Layer side;

        @Input(shape = 2, type = DataType.INT32, scale = 0.1)
        Layer counts;

        @From({"features", "side", "counts"})
        @Concat
        @Dense(units = 8, activation = TANH)
        @Dropout(p = 0.2)
        Layer joined;

        @Dense(units = 3)
        @Classifier(classes = 3, labelSmoothing = 0.1)
        Layer digit;

        @From("joined")
        @Dense(units = 1)
        @Regressor(loss = RegressionLoss.HUBER, lossWeight = 0.5)
        Layer angle;

        @From("joined")
        @Dense(units = 1)
        @BinaryClassifier(lossWeight = 2)
        Layer odd;
    }

    /** Two outputs; the early one is read on. */
    @Network(input = 4)
    @Sgd(learningRate = 0.1)
    abstract static class Chain {
        @Dense(units = 2, activation = TANH)
        @Regressor(outputs = 2)
        Layer early;

        @Dense(units = 1)
        @Regressor(lossWeight = 0)
        @AcceptAdvice("RG128")
        Layer late;
    }

    /** One output that says its task itself, after two inputs of floats. */
    @Network
    @Sgd(learningRate = 0.1)
    abstract static class Pair {
        @Input(shape = 3)
        Layer left;

        @Input(shape = 3)
        Layer right;

        @From({"left", "right"})
        @Concat
        @Dense(units = 3)
        @Classifier(classes = 3)
        Layer kind;
    }

    /** Words that an embedding looks up, beside numbers. */
    @Network
    @Classifier(classes = 3)
    @Adam(learningRate = 0.05)
    abstract static class Words {
        @Input(shape = 5, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 20, units = 4)
        @Flatten
        Layer known;

        @Input(shape = 3)
        Layer meta;

        @From({"known", "meta"})
        @Concat
        @Dense(units = 3)
        Layer kind;
    }

    @Network(input = 3)
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1)
    abstract static class Line {
        @Dense(units = 2)
        Layer out;
    }

    @Network(input = 3)
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01)
    @L2(1e-3)
    abstract static class Classes {
        @Dense(units = 5, activation = TANH)
        @Dropout(p = 0.2)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }
}
