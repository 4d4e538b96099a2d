package io.regulus.effects;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.SELU;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.AcceptAdvice;
import io.regulus.annotations.AlphaDropout;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.CutMix;
import io.regulus.annotations.Dense;
import io.regulus.annotations.DropConnect;
import io.regulus.annotations.DropPath;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Features;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.From;
import io.regulus.annotations.GaussianDropout;
import io.regulus.annotations.GaussianNoise;
import io.regulus.annotations.Gru;
import io.regulus.annotations.Initializer;
import io.regulus.annotations.Input;
import io.regulus.annotations.Label;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Lstm;
import io.regulus.annotations.MovingAverage;
import io.regulus.annotations.MultiHeadAttention;
import io.regulus.annotations.Network;
import io.regulus.annotations.Numeric;
import io.regulus.annotations.RandomBrightness;
import io.regulus.annotations.RandomCrop;
import io.regulus.annotations.RandomFlip;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.SpatialDropout;
import io.regulus.annotations.Standardize;
import io.regulus.annotations.TransformerBlock;

/** Networks that are asked with their noise on. */
final class MonteCarloModels {
    private MonteCarloModels() {}

    /** With weights of 1, 2, 4 and so on what it says of a row of ones is twice its mask, as a number. */
    @Network(input = 8)
    @Regressor
    @Sgd
    @AcceptAdvice("RG104")
    abstract static class Bits {
        @Dropout(p = 0.5)
        Layer raw;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = 40)
    @Regressor(outputs = 2)
    @Sgd
    @AcceptAdvice("RG104")
    abstract static class Linear {
        @Dropout(p = 0.3)
        Layer raw;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = 4)
    @Regressor(outputs = 30)
    @Sgd
    abstract static class Unconnected {
        @Dense(units = 30)
        @DropConnect(p = 0.5)
        Layer out;
    }

    /** Everything that has noise. */
    @Network(input = {6, 4})
    @Regressor(outputs = 2)
    @Sgd
    @AcceptAdvice({"RG114", "RG124"})
    abstract static class Noises {
        @GaussianNoise(stddev = 0.2)
        Layer noisy;

        @Dense(units = 4, activation = TANH)
        @SpatialDropout(p = 0.2)
        Layer each;

        @Lstm(units = 4, dropout = 0.2, recurrentDropout = 0.2, returnSequences = true)
        Layer states;

        @Gru(units = 4, dropout = 0.2, recurrentDropout = 0.2, returnSequences = true)
        Layer others;

        @MultiHeadAttention(heads = 2, keyDim = 2, dropout = 0.2)
        @DropPath(p = 0.2)
        Layer attention;

        @TransformerBlock(heads = 2, keyDim = 2, feedForward = 8, dropout = 0.2)
        Layer block;

        @Flatten
        @Dense(units = 6, activation = SELU, kernelInitializer = Initializer.LECUN_NORMAL)
        @AlphaDropout(p = 0.2)
        Layer self;

        @Dense(units = 16, activation = RELU)
        @DropConnect(p = 0.2)
        @Dropout(p = 0.2)
        Layer dropped;

        @Dense(units = 6, activation = TANH)
        @GaussianDropout(p = 0.2)
        Layer multiplied;

        @Dense(units = 2)
        Layer out;
    }

    /** What training does beside noise, of which there is next to none. */
    @Network(input = {6, 6, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.2)
    @Standardize
    @RandomFlip
    @RandomCrop(padding = 2)
    @RandomBrightness(delta = 0.5)
    @CutMix
    @MovingAverage(decay = 0.9)
    abstract static class Calm {
        @Conv2D(filters = 4, kernel = 3, activation = RELU)
        @BatchNorm
        @GaussianNoise(stddev = 1e-6)
        Layer block;

        @Dense(units = 3)
        Layer logits;
    }

    /** An input has the name of what the method takes beside the inputs. */
    @Network
    @Regressor
    @Sgd
    abstract static class Named {
        @Input(shape = 2)
        Layer passes;

        @Input(shape = 3)
        Layer inputs;

        @From({"passes", "inputs"})
        @Concat
        Layer both;

        @Dense(units = 4, activation = TANH)
        @Dropout(p = 0.5)
        Layer hidden;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = 8)
    @Regressor
    @Sgd
    abstract static class Silent {
        @Dense(units = 1)
        Layer out;
    }

    @Features
    record Flat(
            @Numeric float area,
            @Numeric float rooms,
            @Label(standardize = true) float rent) {}

    @Network(rows = Flat.class)
    @Regressor
    @Sgd(learningRate = 0.1)
    interface Rent {
        @Dense(units = 8, activation = RELU)
        @Dropout(p = 0.3)
        Layer hidden = null;

        @Dense(units = 1)
        Layer rent = null;
    }

    @Features
    record Dot(@Numeric float x, @Numeric float y, @Label boolean inside) {}

    @Network(rows = Dot.class)
    @Classifier(classes = 2)
    @Sgd(learningRate = 0.1)
    interface Dots {
        @Dense(units = 8, activation = RELU)
        @Dropout(p = 0.3)
        Layer hidden = null;

        @Dense(units = 2)
        Layer logits = null;
    }
}
