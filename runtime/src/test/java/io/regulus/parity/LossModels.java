package io.regulus.parity;

import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.Adam;
import io.regulus.annotations.AdversarialTraining;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.ClassWeights;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.FocalLoss;
import io.regulus.annotations.From;
import io.regulus.annotations.GlobalAvgPool2D;
import io.regulus.annotations.Input;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MixPer;
import io.regulus.annotations.MixUp;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;

/** The model classes of the fixtures by {@code make_loss_fixtures.py}. */
final class LossModels {
    private LossModels() {}

    @Network(input = 8)
    @Classifier(classes = 3, labelSmoothing = 0.1)
    @ClassWeights({0.5, 2, 1.5})
    @Sgd(learningRate = 0.1)
    abstract static class Weighted {
        @Dense(units = 16, activation = TANH)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = 8)
    @BinaryClassifier(labelSmoothing = 0.1)
    @ClassWeights({0.4, 3})
    @Sgd(learningRate = 0.1)
    abstract static class WeightedYes {
        @Dense(units = 16, activation = TANH)
        Layer hidden;

        @Dense(units = 1)
        Layer logit;
    }

    @Network(input = 8)
    @Classifier(classes = 3, labelSmoothing = 0.1)
    @ClassWeights({0.5, 2, 1.5})
    @FocalLoss(gamma = 1.5)
    @MixUp(alpha = 1, per = MixPer.ROW)
    @Sgd(learningRate = 0.1)
    abstract static class Mixed {
        @Dense(units = 16, activation = TANH)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = 8)
    @Classifier(classes = 3)
    @FocalLoss
    @Sgd(learningRate = 0.1)
    abstract static class Focal {
        @Dense(units = 16, activation = TANH)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = 8)
    @BinaryClassifier
    @ClassWeights({0.75, 0.25})
    @FocalLoss
    @Sgd(learningRate = 0.1)
    abstract static class FocalYes {
        @Dense(units = 16, activation = TANH)
        Layer hidden;

        @Dense(units = 1)
        Layer logit;
    }

    @Network(input = 6)
    @Sgd(learningRate = 0.1)
    abstract static class Outputs {
        @Dense(units = 9, activation = TANH)
        Layer hidden;

        @Dense(units = 3)
        @Classifier(classes = 3, lossWeight = 0.7)
        @ClassWeights({1, 3, 0.5})
        @FocalLoss(gamma = 1)
        Layer kind;

        @From("hidden")
        @Dense(units = 1)
        @BinaryClassifier
        @FocalLoss
        Layer sure;
    }

    @Network(input = 8)
    @Classifier(classes = 3, labelSmoothing = 0.1)
    @AdversarialTraining(epsilon = 0.1)
    @L2(0.01)
    @Adam(learningRate = 0.01, epsilon = 1e-3)
    abstract static class Adversarial {
        @Dense(units = 16, activation = TANH)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @AdversarialTraining(epsilon = 0.02, weight = 0.3)
    @Sgd(learningRate = 0.1)
    abstract static class AdversarialNorm {
        @Input(
                shape = {4, 4, 2},
                type = DataType.INT32,
                scale = 1.0 / 255)
        Layer image;

        @Conv2D(filters = 4, kernel = 3, activation = TANH)
        @BatchNorm(momentum = 0.9)
        @GlobalAvgPool2D
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @AdversarialTraining(epsilon = 0.05)
    @Sgd(learningRate = 0.1)
    abstract static class AdversarialSeveral {
        @Input(shape = 5)
        Layer left;

        @Dense(units = 7, activation = TANH)
        Layer deep;

        @Input(shape = 3, type = DataType.INT32, scale = 0.5)
        Layer counts;

        @Dense(units = 4, activation = TANH)
        Layer wide;

        @Input(shape = 2, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 12, units = 3)
        @Flatten
        Layer embedded;

        @From({"deep", "wide", "embedded"})
        @Concat
        Layer joined;

        @Dense(units = 3)
        @Classifier(classes = 3, lossWeight = 0.6)
        Layer kind;

        @From("joined")
        @Dense(units = 1)
        @Regressor
        Layer size;
    }
}
