package io.regulus.effects;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Cutout;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.GlobalAvgPool2D;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MixUp;
import io.regulus.annotations.Network;
import io.regulus.annotations.RandomBrightness;
import io.regulus.annotations.RandomContrast;
import io.regulus.annotations.RandomCrop;
import io.regulus.annotations.RandomErasing;
import io.regulus.annotations.RandomFlip;
import io.regulus.annotations.RandomHue;
import io.regulus.annotations.RandomRotation;
import io.regulus.annotations.RandomSaturation;
import io.regulus.annotations.RandomTranslation;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.Standardize;
import io.regulus.annotations.TrivialAugment;

/** Networks whose inputs something happens to. */
final class DataModels {
    private DataModels() {}

    @Network(input = 3)
    @Regressor
    @Sgd(learningRate = 0.01)
    @Standardize
    abstract static class Standardised {
        @Dense(units = 1)
        Layer out;
    }

    @Network
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.01)
    abstract static class Bytes {
        @Input(
                shape = {2, 2, 2},
                type = DataType.UINT8,
                scale = 0.1)
        @Standardize
        Layer image;

        @Dense(units = 2)
        Layer logits;
    }

    @Network(input = 3)
    @Classifier(classes = 3)
    @Adam
    abstract static class Plain {
        @Dense(units = 8, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = 3)
    @Classifier(classes = 3)
    @Adam
    @MixUp
    abstract static class Mixed {
        @Dense(units = 8, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @Adam
    abstract static class Everything {
        @Input(shape = {6, 6, 1})
        @MixUp(alpha = 0.4)
        @Cutout(size = 2)
        @RandomContrast(factor = 0.2)
        @RandomBrightness(delta = 0.1)
        @RandomRotation(degrees = 10)
        @RandomCrop(padding = 1)
        @RandomFlip
        @Standardize
        Layer image;

        @Conv2D(filters = 4, kernel = 3, activation = RELU)
        @GlobalAvgPool2D
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }

    /** As {@code Everything}, its images as they are. */
    @Network
    @Classifier(classes = 3)
    @Adam
    abstract static class Unchanged {
        @Input(shape = {6, 6, 1})
        @Standardize
        Layer image;

        @Conv2D(filters = 4, kernel = 3, activation = RELU)
        @GlobalAvgPool2D
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }

    /** As {@code Coloured}, its images as they are. */
    @Network
    @Classifier(classes = 3)
    @Adam
    abstract static class Uncoloured {
        @Input(shape = {4, 3, 3})
        @Standardize
        Layer image;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @Adam
    abstract static class Coloured {
        @Input(shape = {4, 3, 3})
        @RandomErasing(p = 0.9, minArea = 0.1)
        @RandomTranslation(height = 0.2, width = 0.2)
        @Standardize
        @RandomSaturation(factor = 0.5)
        @RandomHue(delta = 0.2)
        @TrivialAugment(maximum = 3)
        Layer image;

        @Dense(units = 3)
        Layer logits;
    }
}
