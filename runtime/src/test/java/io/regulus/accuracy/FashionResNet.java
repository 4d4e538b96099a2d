package io.regulus.accuracy;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.Padding.SAME;

import io.regulus.annotations.Activation;
import io.regulus.annotations.Add;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Block;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.DropPath;
import io.regulus.annotations.From;
import io.regulus.annotations.GlobalAvgPool2D;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxPool2D;
import io.regulus.annotations.MixedPrecision;
import io.regulus.annotations.Network;
import io.regulus.annotations.OneCycle;
import io.regulus.annotations.RandomFlip;
import io.regulus.annotations.Repeat;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.Standardize;

/**
 * A small residual network (He et al., 2016) with stochastic depth: two stages of two blocks, 15 million multiplications an image. In
 * mixed precision, for the sake of time.
 */
@Network
@Classifier(classes = 10, labelSmoothing = 0.1)
@Sgd(learningRate = 0.1, momentum = 0.9, nesterov = true, weightDecay = 5e-3)
@OneCycle
@MixedPrecision
abstract class FashionResNet {
    /** Its branch is left out for one row in ten. */
    @Block
    abstract static class Residual {
        @Conv2D(filters = Block.WIDTH, kernel = 3, padding = SAME, activation = RELU)
        @BatchNorm
        Layer first;

        @Conv2D(filters = Block.WIDTH, kernel = 3, padding = SAME)
        @BatchNorm
        @DropPath(p = 0.1)
        Layer second;

        @Add
        @From({"input", "second"})
        @Activation(RELU)
        Layer sum;
    }

    @Input(
            shape = {28, 28, 1},
            type = DataType.UINT8,
            scale = 1.0 / 255)
    @Standardize
    @RandomFlip
    Layer image;

    @Conv2D(filters = 32, kernel = 3, padding = SAME, activation = RELU)
    @BatchNorm
    @MaxPool2D
    Layer stem;

    @Repeat(2)
    Residual fine;

    @Conv2D(filters = 64, kernel = 3, strides = 2, padding = SAME, activation = RELU)
    @BatchNorm
    Layer down;

    @Repeat(2)
    Residual coarse;

    @GlobalAvgPool2D
    Layer pooled;

    @Dense(units = 10)
    Layer logits;
}
