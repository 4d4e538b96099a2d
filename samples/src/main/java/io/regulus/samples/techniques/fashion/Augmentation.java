package io.regulus.samples.techniques.fashion;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Cutout;
import io.regulus.annotations.Network;
import io.regulus.annotations.RandomBrightness;
import io.regulus.annotations.RandomContrast;
import io.regulus.annotations.RandomCrop;
import io.regulus.annotations.RandomErasing;
import io.regulus.annotations.RandomFlip;
import io.regulus.annotations.RandomRotation;
import io.regulus.annotations.RandomTranslation;
import io.regulus.annotations.TrivialAugment;
import io.regulus.samples.techniques.Family;
import io.regulus.samples.techniques.Technique;

/** Images changed anew in every step. */
final class Augmentation {
    private Augmentation() {}

    static Family family() {
        return Family.of(
                "augmentation",
                Technique.of("random flip", "@RandomFlip", Augmentation_RandomFlipNetModel.type()),
                Technique.of("random crop", "@RandomCrop(padding = 2)", Augmentation_RandomCropNetModel.type()),
                Technique.of(
                        "random translation",
                        "@RandomTranslation(height = 0.1, width = 0.1)",
                        Augmentation_RandomTranslationNetModel.type()),
                Technique.of(
                        "random rotation", "@RandomRotation(degrees = 10)", Augmentation_RandomRotationNetModel.type()),
                Technique.of(
                        "random brightness",
                        "@RandomBrightness(delta = 0.2)",
                        Augmentation_RandomBrightnessNetModel.type()),
                Technique.of(
                        "random contrast", "@RandomContrast(factor = 0.3)", Augmentation_RandomContrastNetModel.type()),
                Technique.of("random erasing", "@RandomErasing", Augmentation_RandomErasingNetModel.type()),
                Technique.of("cutout", "@Cutout(size = 8)", Augmentation_CutoutNetModel.type()),
                Technique.of("trivial augment", "@TrivialAugment", Augmentation_TrivialAugmentNetModel.type()));
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @RandomFlip
    abstract static class RandomFlipNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @RandomCrop(padding = 2)
    abstract static class RandomCropNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @RandomTranslation(height = 0.1, width = 0.1)
    abstract static class RandomTranslationNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @RandomRotation(degrees = 10)
    abstract static class RandomRotationNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @RandomBrightness(delta = 0.2)
    abstract static class RandomBrightnessNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @RandomContrast(factor = 0.3)
    abstract static class RandomContrastNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @RandomErasing
    abstract static class RandomErasingNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @Cutout(size = 8)
    abstract static class CutoutNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @TrivialAugment
    abstract static class TrivialAugmentNet {
        Features features;

        Head head;
    }
}
