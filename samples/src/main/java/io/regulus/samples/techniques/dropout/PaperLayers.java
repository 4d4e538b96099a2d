package io.regulus.samples.techniques.dropout;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Block;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Layer;

/** 784-1024-1024-2048-10. */
@Block
abstract class PaperLayers {
    @Dense(units = 1024, activation = RELU)
    Layer first;

    @Dense(units = 1024, activation = RELU)
    Layer second;

    @Dense(units = 2048, activation = RELU)
    Layer third;

    @Dense(units = 10)
    Layer logits;
}
