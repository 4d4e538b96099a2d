package io.regulus.samples.techniques.fashion;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Block;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Layer;

/** {@link Head} with half of the hidden layer dropped. */
@Block
abstract class DropoutHead {
    @Dense(units = 128, activation = RELU)
    @Dropout(p = 0.5)
    Layer hidden;

    @Dense(units = 10)
    Layer logits;
}
