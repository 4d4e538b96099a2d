package io.regulus.parity;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.Adam;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.From;
import io.regulus.annotations.Input;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.RegressionLoss;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;

/** The model classes of the fixtures by {@code make_inputs_fixtures.py}. */
final class InputsModels {
    private InputsModels() {}

    @Network
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class TwoInputs {
        @Input(shape = 5)
        Layer left;

        @Dense(units = 7, activation = TANH)
        Layer deep;

        @Input(shape = 3, type = DataType.INT32, scale = 0.5)
        Layer counts;

        @Dense(units = 4, activation = RELU)
        Layer wide;

        @From({"deep", "wide"})
        @Concat
        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = 6)
    @Sgd(learningRate = 0.1)
    abstract static class TwoOutputs {
        @Dense(units = 9, activation = TANH)
        Layer hidden;

        @Dense(units = 3)
        @Classifier(classes = 3, labelSmoothing = 0.1, lossWeight = 0.7)
        Layer kind;

        @From("hidden")
        @Dense(units = 2)
        @Regressor(outputs = 2, loss = RegressionLoss.HUBER, delta = 0.8, lossWeight = 1.8)
        Layer size;
    }

    @Network
    @Adam(learningRate = 0.01, epsilon = 1e-3)
    @L2(0.01)
    abstract static class Both {
        @Input(shape = 4)
        Layer left;

        @Dense(units = 6, activation = TANH)
        Layer a;

        @Input(shape = 3)
        Layer right;

        @Dense(units = 5, activation = TANH)
        Layer b;

        @From({"a", "b"})
        @Concat
        Layer joined;

        @Dense(units = 1)
        @BinaryClassifier(lossWeight = 2)
        Layer yes;

        @From("joined")
        @Dense(units = 1)
        @Regressor(lossWeight = 0.25)
        Layer value;
    }

    @Network(input = 6)
    @Sgd(learningRate = 0.1)
    abstract static class Auxiliary {
        @Dense(units = 8, activation = TANH)
        Layer hidden;

        @Dense(units = 2, activation = TANH)
        @Regressor(outputs = 2, lossWeight = 0.3)
        Layer early;

        @Dense(units = 3)
        @Classifier(classes = 3)
        Layer late;
    }

    @Network(input = 5)
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class Classes {
        @Dense(units = 8, activation = TANH)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = 5)
    @Classifier(classes = 3, labelSmoothing = 0.2)
    @Sgd(learningRate = 0.1, momentum = 0.9)
    abstract static class Smoothed {
        @Dense(units = 8, activation = TANH)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = 4)
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1)
    abstract static class Regression {
        @Dense(units = 6, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }
}
