package io.regulus.samples.techniques.fashion;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Block;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxPool2D;

/** What all networks see in an image: two convolutions, each pooled. */
@Block
abstract class Features {
    @Conv2D(filters = 16, kernel = 3, activation = RELU)
    @MaxPool2D
    Layer one;

    @Conv2D(filters = 32, kernel = 3, activation = RELU)
    @MaxPool2D
    Layer two;
}
