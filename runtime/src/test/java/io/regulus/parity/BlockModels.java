package io.regulus.parity;

import static io.regulus.annotations.ActivationFunction.ELU;
import static io.regulus.annotations.ActivationFunction.TANH;
import static io.regulus.annotations.Padding.SAME;

import io.regulus.annotations.AcceptAdvice;
import io.regulus.annotations.Activation;
import io.regulus.annotations.Add;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Block;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Freeze;
import io.regulus.annotations.From;
import io.regulus.annotations.GlobalAvgPool2D;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Repeat;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.SharesWeightsOf;
import io.regulus.annotations.WeightNorm;

/** The model classes of the fixtures by {@code make_block_fixtures.py}. */
final class BlockModels {
    private BlockModels() {}

    @Block
    abstract static class Residual {
        @Conv2D(filters = Block.WIDTH / 2, kernel = 3, padding = SAME)
        @BatchNorm(momentum = 0.9)
        @Activation(ELU)
        Layer narrow;

        @Conv2D(filters = Block.WIDTH, kernel = 3, padding = SAME)
        @BatchNorm(momentum = 0.9)
        Layer wide;

        @Add
        @From({"input", "wide"})
        @Activation(ELU)
        Layer sum;
    }

    @Network(input = {4, 4, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.02)
    abstract static class Stages {
        @Conv2D(filters = 4, kernel = 3, padding = SAME, activation = TANH)
        Layer stem;

        @L2(0.01)
        @Repeat(2)
        Residual stage1;

        @Conv2D(filters = 6, kernel = 3, strides = 2, padding = SAME, activation = TANH)
        Layer down;

        @Repeat(2)
        Residual stage2;

        @GlobalAvgPool2D
        Layer pooled;

        @Dense(units = 3)
        Layer logits;
    }

    @Block
    abstract static class Tower {
        @Dense(units = 6)
        @BatchNorm(momentum = 0.7)
        @Activation(TANH)
        Layer hidden;

        @Dense(units = 4, activation = TANH)
        Layer code;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @L2(0.01)
    abstract static class Siamese {
        @Dense(units = 5, activation = TANH)
        Layer one;

        @From("input")
        @Dense(units = 5, activation = TANH)
        Layer other;

        @From("one")
        Tower left;

        @SharesWeightsOf("left")
        @From("other")
        Tower right;

        @Concat
        @From({"left", "right"})
        Layer both;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1, weightDecay = 0.1)
    @L2(0.01)
    @AcceptAdvice("RG107")
    abstract static class Frozen {
        @Dense(units = 5, activation = TANH)
        Layer one;

        @From("input")
        @Dense(units = 5, activation = TANH)
        Layer other;

        @Freeze
        @From("one")
        Tower left;

        @SharesWeightsOf("left")
        @From("other")
        Tower right;

        @Dense(units = 6)
        @BatchNorm(momentum = 0.7)
        @Activation(TANH)
        @Freeze
        @From("left")
        Layer first;

        @SharesWeightsOf("first")
        @From("right")
        Layer second;

        @Concat
        @From({"first", "second"})
        Layer both;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {8})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class WeightNormed {
        @Dense(units = 5, activation = TANH)
        Layer one;

        @From("input")
        @Dense(units = 5, activation = TANH)
        Layer other;

        @Dense(units = 6, activation = TANH)
        @WeightNorm
        @From("one")
        Layer left;

        @SharesWeightsOf("left")
        @From("other")
        Layer right;

        @Concat
        @From({"left", "right"})
        Layer both;

        @Dense(units = 3)
        Layer logits;
    }
}
