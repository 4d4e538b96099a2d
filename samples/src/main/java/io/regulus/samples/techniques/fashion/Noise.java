package io.regulus.samples.techniques.fashion;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.SELU;
import static io.regulus.annotations.Initializer.LECUN_NORMAL;

import io.regulus.annotations.Adam;
import io.regulus.annotations.AlphaDropout;
import io.regulus.annotations.Block;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Dense;
import io.regulus.annotations.DropConnect;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.GaussianDropout;
import io.regulus.annotations.GaussianNoise;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxPool2D;
import io.regulus.annotations.Network;
import io.regulus.annotations.SpatialDropout;
import io.regulus.model.Model;
import io.regulus.samples.techniques.Family;
import io.regulus.samples.techniques.Technique;
import io.regulus.samples.techniques.Trained;
import io.regulus.samples.techniques.Trainer;

/** Noise in the layers. */
final class Noise {
    private static final int PASSES = 20;

    private Noise() {}

    static Family family() {
        return Family.of(
                "noise",
                Technique.of(
                        "dropout 0.25",
                        "@Dropout(p = 0.25) behind the hidden layer",
                        Noise_SmallDropoutNetModel.type()),
                Technique.of("dropout 0.5", "@Dropout(p = 0.5) behind the hidden layer", Noise_DropoutNetModel.type()),
                new Technique(
                        "Monte-Carlo dropout",
                        "dropout 0.5 left on in use, the mean of 20 passes",
                        Trainer.fit(Noise_DropoutNetModel.type(), fit -> fit, Noise::monteCarlo)),
                Technique.of(
                        "Gaussian dropout",
                        "@GaussianDropout(p = 0.5) behind the hidden layer",
                        Noise_GaussianDropoutNetModel.type()),
                Technique.of("SELU", "SELU in all layers, LeCun's initial weights", Noise_SeluNetModel.type()),
                Technique.of(
                        "SELU + alpha dropout",
                        "the same, @AlphaDropout(p = 0.1) behind the hidden layer",
                        Noise_AlphaDropoutNetModel.type()),
                Technique.of(
                        "DropConnect", "@DropConnect(p = 0.5) on the hidden layer", Noise_DropConnectNetModel.type()),
                Technique.of(
                        "spatial dropout",
                        "@SpatialDropout(p = 0.2) behind both poolings",
                        Noise_SpatialDropoutNetModel.type()),
                Technique.of(
                        "Gaussian noise",
                        "@GaussianNoise(stddev = 0.1) on the image",
                        Noise_GaussianNoiseNetModel.type()));
    }

    private static Trained monteCarlo(Model model) {
        return Trained.saying(
                data -> model.monteCarloOutputs(data, PASSES).get(0).mean(), model::close);
    }

    @Block
    abstract static class DropConnectHead {
        @Dense(units = 128, activation = RELU)
        @DropConnect(p = 0.5)
        Layer hidden;

        @Dense(units = 10)
        Layer logits;
    }

    @Block
    abstract static class SmallDropoutHead {
        @Dense(units = 128, activation = RELU)
        @Dropout(p = 0.25)
        Layer hidden;

        @Dense(units = 10)
        Layer logits;
    }

    @Block
    abstract static class GaussianDropoutHead {
        @Dense(units = 128, activation = RELU)
        @GaussianDropout(p = 0.5)
        Layer hidden;

        @Dense(units = 10)
        Layer logits;
    }

    @Block
    abstract static class SeluFeatures {
        @Conv2D(filters = 16, kernel = 3, activation = SELU, kernelInitializer = LECUN_NORMAL)
        @MaxPool2D
        Layer one;

        @Conv2D(filters = 32, kernel = 3, activation = SELU, kernelInitializer = LECUN_NORMAL)
        @MaxPool2D
        Layer two;
    }

    @Block
    abstract static class SeluHead {
        @Dense(units = 128, activation = SELU, kernelInitializer = LECUN_NORMAL)
        Layer hidden;

        @Dense(units = 10)
        Layer logits;
    }

    @Block
    abstract static class AlphaDropoutHead {
        @Dense(units = 128, activation = SELU, kernelInitializer = LECUN_NORMAL)
        @AlphaDropout(p = 0.1)
        Layer hidden;

        @Dense(units = 10)
        Layer logits;
    }

    @Block
    abstract static class SpatialDropoutFeatures {
        @Conv2D(filters = 16, kernel = 3, activation = RELU)
        @MaxPool2D
        @SpatialDropout(p = 0.2)
        Layer one;

        @Conv2D(filters = 32, kernel = 3, activation = RELU)
        @MaxPool2D
        @SpatialDropout(p = 0.2)
        Layer two;
    }

    @Block
    abstract static class NoisyFeatures {
        @GaussianNoise(stddev = 0.1)
        Layer image;

        @Conv2D(filters = 16, kernel = 3, activation = RELU)
        @MaxPool2D
        Layer one;

        @Conv2D(filters = 32, kernel = 3, activation = RELU)
        @MaxPool2D
        Layer two;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    abstract static class SmallDropoutNet {
        Features features;

        SmallDropoutHead head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    abstract static class DropoutNet {
        Features features;

        DropoutHead head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    abstract static class SpatialDropoutNet {
        SpatialDropoutFeatures features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    abstract static class GaussianNoiseNet {
        NoisyFeatures features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    abstract static class GaussianDropoutNet {
        Features features;

        GaussianDropoutHead head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    abstract static class SeluNet {
        SeluFeatures features;

        SeluHead head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    abstract static class AlphaDropoutNet {
        SeluFeatures features;

        AlphaDropoutHead head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    abstract static class DropConnectNet {
        Features features;

        DropConnectHead head;
    }
}
