package io.regulus.samples.techniques.fashion;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Block;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Layer;

/** What all networks make of it: a hidden layer, and the classes. */
@Block
abstract class Head {
    @Dense(units = 128, activation = RELU)
    Layer hidden;

    @Dense(units = 10)
    Layer logits;
}
