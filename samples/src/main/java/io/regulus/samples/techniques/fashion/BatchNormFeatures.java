package io.regulus.samples.techniques.fashion;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Block;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxPool2D;

/** {@link Features} with a batch norm behind each convolution. The momentum is for fits of some thousand steps. */
@Block
abstract class BatchNormFeatures {
    @Conv2D(filters = 16, kernel = 3, activation = RELU)
    @BatchNorm(momentum = 0.9)
    @MaxPool2D
    Layer one;

    @Conv2D(filters = 32, kernel = 3, activation = RELU)
    @BatchNorm(momentum = 0.9)
    @MaxPool2D
    Layer two;
}
