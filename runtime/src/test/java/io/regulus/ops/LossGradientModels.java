package io.regulus.ops;

import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.AdversarialTraining;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.ClassWeights;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.FocalLoss;
import io.regulus.annotations.From;
import io.regulus.annotations.GlobalAvgPool2D;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Lstm;
import io.regulus.annotations.MixPer;
import io.regulus.annotations.MixUp;
import io.regulus.annotations.Network;
import io.regulus.annotations.RDrop;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;

/** Networks with losses of classes, focused ones and attacked ones, for the slopes of their losses. */
final class LossGradientModels {
    private LossGradientModels() {}

    @Network(input = 4)
    @Classifier(classes = 3, labelSmoothing = 0.1)
    @ClassWeights({0.5, 2, 1})
    @FocalLoss(gamma = 0.5)
    @Sgd
    abstract static class Focal {
        @Dense(units = 5, activation = TANH)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = 4)
    @BinaryClassifier(labelSmoothing = 0.1)
    @ClassWeights({0.5, 2})
    @FocalLoss
    @MixUp(alpha = 1, per = MixPer.ROW)
    @Sgd
    abstract static class FocalYes {
        @Dense(units = 5, activation = TANH)
        Layer hidden;

        @Dense(units = 1)
        Layer logit;
    }

    @Network(input = {4, 4, 1})
    @Classifier(classes = 3)
    @AdversarialTraining(epsilon = 0.1)
    @Sgd
    abstract static class Images {
        @Conv2D(filters = 3, kernel = 3, activation = TANH)
        @BatchNorm
        @GlobalAvgPool2D
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }

    /** Its gradients are written by hand: the attack goes the same way to the input. */
    @Network(input = {3, 2})
    @Classifier(classes = 3)
    @AdversarialTraining(epsilon = 0.02)
    @Sgd
    abstract static class Steps {
        @Lstm(units = 4)
        Layer recurrent;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = 4)
    @Classifier(classes = 3, labelSmoothing = 0.1)
    @RDrop(alpha = 2)
    @Sgd
    abstract static class Paired {
        @Dense(units = 6, activation = TANH)
        @BatchNorm
        @Dropout(p = 0.4)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    /** Two outputs and gradients that are written by hand. */
    @Network
    @RDrop(alpha = 0.5)
    @Sgd
    abstract static class PairedSteps {
        @Input(shape = {3, 2})
        Layer row;

        @Lstm(units = 4, dropout = 0.3)
        Layer recurrent;

        @Dense(units = 1)
        @BinaryClassifier
        @From("recurrent")
        Layer sure;

        @Dense(units = 2)
        @Regressor(outputs = 2, lossWeight = 0.5)
        @From("recurrent")
        Layer sizes;
    }
}
