package io.regulus.samples.techniques.dropout;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Block;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Layer;

/** {@link PaperLayers} with a fifth of the pixels and half of the hidden units dropped, as in appendix B.1 of the paper. */
@Block
abstract class DroppedLayers {
    @Dropout(p = 0.2)
    Layer visible;

    @Dense(units = 1024, activation = RELU)
    @Dropout(p = 0.5)
    Layer first;

    @Dense(units = 1024, activation = RELU)
    @Dropout(p = 0.5)
    Layer second;

    @Dense(units = 2048, activation = RELU)
    @Dropout(p = 0.5)
    Layer third;

    @Dense(units = 10)
    Layer logits;
}
