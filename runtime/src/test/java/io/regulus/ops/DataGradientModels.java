package io.regulus.ops;

import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.CutMix;
import io.regulus.annotations.Cutout;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Input;
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

/** Networks whose inputs are changed in training, for the slopes of their losses. */
final class DataGradientModels {
    private DataGradientModels() {}

    @Network(input = 4)
    @Classifier(classes = 3, labelSmoothing = 0.2)
    @Sgd
    @MixUp(alpha = 1)
    abstract static class Classes {
        @Dense(units = 5, activation = TANH)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = 4)
    @BinaryClassifier
    @Sgd
    @MixUp(alpha = 1, per = MixPer.ROW)
    abstract static class Yes {
        @Dense(units = 5, activation = TANH)
        Layer hidden;

        @Dense(units = 1)
        Layer logit;
    }

    @Network(input = 4)
    @Regressor(outputs = 2, loss = RegressionLoss.HUBER)
    @Sgd
    @MixUp(alpha = 1, per = MixPer.ROW)
    abstract static class Values {
        @Dense(units = 5, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer values;
    }

    @Network
    @Classifier(classes = 3)
    @Sgd
    abstract static class Images {
        @Input(
                shape = {5, 4, 2},
                type = DataType.UINT8,
                scale = 1.0 / 255)
        @RandomFlip(vertical = true)
        @RandomCrop(padding = 1)
        @RandomRotation(degrees = 20)
        @RandomBrightness(delta = 0.2)
        @RandomContrast(factor = 0.2)
        @Cutout(size = 2)
        @CutMix
        Layer image;

        @Conv2D(filters = 3, kernel = 2, activation = TANH)
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }
}
