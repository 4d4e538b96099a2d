package io.regulus.parity;

import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.CutMix;
import io.regulus.annotations.Cutout;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MixPer;
import io.regulus.annotations.MixUp;
import io.regulus.annotations.Network;
import io.regulus.annotations.RandomBrightness;
import io.regulus.annotations.RandomContrast;
import io.regulus.annotations.RandomCrop;
import io.regulus.annotations.RandomFlip;
import io.regulus.annotations.RandomRotation;
import io.regulus.annotations.RegressionLoss;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.Standardize;

/** The model classes of the fixtures by {@code make_data_fixtures.py}. */
final class DataModels {
    private DataModels() {}

    @Network(input = {8})
    @Classifier(classes = 3, labelSmoothing = 0.1)
    @Sgd(learningRate = 0.1)
    @Standardize
    @MixUp(alpha = 1, per = MixPer.ROW)
    abstract static class Mixed {
        @Dense(units = 16, activation = TANH)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6, 5, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @CutMix
    @RandomCrop(padding = 2)
    @RandomFlip
    @Standardize
    abstract static class Images {
        @Conv2D(filters = 4, kernel = 3, activation = TANH)
        @Flatten
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3, labelSmoothing = 0.2)
    @Sgd(learningRate = 0.1)
    @MixUp(alpha = 1, per = MixPer.ROW)
    abstract static class MixedWeighted {
        @Dense(units = 16, activation = TANH)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Regressor(outputs = 2, loss = RegressionLoss.MAE)
    @Sgd(learningRate = 0.1)
    @MixUp(alpha = 1)
    abstract static class MixedBatch {
        @Dense(units = 16, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer values;
    }

    @Network(input = {6, 5, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @Cutout(size = 3)
    @RandomContrast(factor = 0.8)
    @RandomBrightness(delta = 0.5)
    @RandomRotation(degrees = 40, fill = 0.25)
    @Standardize
    abstract static class Colours {
        @Conv2D(filters = 4, kernel = 3, activation = TANH)
        @Flatten
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }
}
