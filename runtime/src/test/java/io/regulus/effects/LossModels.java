package io.regulus.effects;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.AdversarialTraining;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.ClassWeights;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.FocalLoss;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;

/** Networks whose losses count some rows, or rows that are changed for the worse. */
final class LossModels {
    private LossModels() {}

    @Network(input = 2)
    @Classifier(classes = 3)
    @ClassWeights({0.5, 1, 4})
    @FocalLoss(gamma = 1.5)
    @Sgd
    abstract static class Emphasised {
        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = 2)
    @BinaryClassifier
    @ClassWeights({2, 0.25})
    @FocalLoss(gamma = 3)
    @Sgd
    abstract static class EmphasisedYes {
        @Dense(units = 1)
        Layer logit;
    }

    /** A straight line, whose steps can be worked out by hand. */
    @Network(input = 2)
    @Regressor
    @AdversarialTraining(epsilon = 0.25, weight = 0.4)
    @Sgd(learningRate = 0.1)
    abstract static class Line {
        @Dense(units = 1, useBias = false)
        Layer out;
    }

    /** With weights (a, -a) and (1, 1) it is a * |x|: an attack may go across the middle, where the loss is lower again. */
    @Network(input = 1)
    @Regressor
    @AdversarialTraining(epsilon = 0.75, weight = 1)
    @Sgd(learningRate = 0.1)
    abstract static class Turning {
        @Dense(units = 2, activation = RELU, useBias = false)
        Layer sides;

        @Dense(units = 1, useBias = false)
        Layer out;
    }

    @Network(input = 4)
    @Classifier(classes = 3)
    @AdversarialTraining(epsilon = 0.1)
    @Sgd(learningRate = 0.1)
    abstract static class Attacked {
        @Dense(units = 16, activation = RELU)
        @BatchNorm(momentum = 0.9)
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = 4)
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class Left {
        @Dense(units = 16, activation = RELU)
        @BatchNorm(momentum = 0.9)
        @Dropout(p = 0.3)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }
}
