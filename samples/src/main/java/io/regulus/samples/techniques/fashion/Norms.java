package io.regulus.samples.techniques.fashion;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Block;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.GroupNorm;
import io.regulus.annotations.InstanceNorm;
import io.regulus.annotations.Layer;
import io.regulus.annotations.LayerNorm;
import io.regulus.annotations.MaxPool2D;
import io.regulus.annotations.Network;
import io.regulus.annotations.RmsNorm;
import io.regulus.annotations.SpectralNorm;
import io.regulus.annotations.WeightNorm;
import io.regulus.samples.techniques.Family;
import io.regulus.samples.techniques.Technique;

/** Normalisation, of values behind both convolutions or of weights. */
final class Norms {
    private Norms() {}

    static Family family() {
        return Family.of(
                "norms",
                Technique.of(
                        "batch norm",
                        "@BatchNorm(momentum = 0.9) behind both convolutions",
                        Norms_BatchNormNetModel.type()),
                Technique.of(
                        "layer norm",
                        "@LayerNorm behind both convolutions, over the channels of each pixel",
                        Norms_LayerNormNetModel.type()),
                Technique.of(
                        "group norm",
                        "@GroupNorm(groups = 4) behind both convolutions",
                        Norms_GroupNormNetModel.type()),
                Technique.of(
                        "instance norm", "@InstanceNorm behind both convolutions", Norms_InstanceNormNetModel.type()),
                Technique.of(
                        "RMS norm",
                        "@RmsNorm behind both convolutions, over the channels of each pixel",
                        Norms_RmsNormNetModel.type()),
                Technique.of("weight norm", "@WeightNorm on all layers", Norms_WeightNormNetModel.type()),
                Technique.of("spectral norm", "@SpectralNorm on all layers", Norms_SpectralNormNetModel.type()),
                Technique.of(
                        "spectral norm of convolutions",
                        "@SpectralNorm on both convolutions",
                        Norms_SpectralFeaturesNetModel.type()));
    }

    @Block
    abstract static class LayerNormFeatures {
        @Conv2D(filters = 16, kernel = 3, activation = RELU)
        @LayerNorm
        @MaxPool2D
        Layer one;

        @Conv2D(filters = 32, kernel = 3, activation = RELU)
        @LayerNorm
        @MaxPool2D
        Layer two;
    }

    @Block
    abstract static class GroupNormFeatures {
        @Conv2D(filters = 16, kernel = 3, activation = RELU)
        @GroupNorm(groups = 4)
        @MaxPool2D
        Layer one;

        @Conv2D(filters = 32, kernel = 3, activation = RELU)
        @GroupNorm(groups = 4)
        @MaxPool2D
        Layer two;
    }

    @Block
    abstract static class InstanceNormFeatures {
        @Conv2D(filters = 16, kernel = 3, activation = RELU)
        @InstanceNorm
        @MaxPool2D
        Layer one;

        @Conv2D(filters = 32, kernel = 3, activation = RELU)
        @InstanceNorm
        @MaxPool2D
        Layer two;
    }

    @Block
    abstract static class RmsNormFeatures {
        @Conv2D(filters = 16, kernel = 3, activation = RELU)
        @RmsNorm
        @MaxPool2D
        Layer one;

        @Conv2D(filters = 32, kernel = 3, activation = RELU)
        @RmsNorm
        @MaxPool2D
        Layer two;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    abstract static class BatchNormNet {
        BatchNormFeatures features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    abstract static class LayerNormNet {
        LayerNormFeatures features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    abstract static class GroupNormNet {
        GroupNormFeatures features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    abstract static class InstanceNormNet {
        InstanceNormFeatures features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    abstract static class RmsNormNet {
        RmsNormFeatures features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    abstract static class WeightNormNet {
        @WeightNorm
        Features features;

        @WeightNorm
        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    abstract static class SpectralNormNet {
        @SpectralNorm
        Features features;

        @SpectralNorm
        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    abstract static class SpectralFeaturesNet {
        @SpectralNorm
        Features features;

        Head head;
    }
}
