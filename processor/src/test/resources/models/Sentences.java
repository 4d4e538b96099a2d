package models;

import io.regulus.annotations.*;

/** Words read in both directions, the padding left out, and once more in one. */
@Network
@Classifier(classes = 4)
@Adam
abstract class Sentences {
    @Input(shape = {12}, type = DataType.INT32)
    Layer words;

    @Embedding(vocabulary = 1000, units = 16, maskZero = true)
    Layer embedded;

    @Lstm(units = 8, returnSequences = true, dropout = 0.1)
    @Bidirectional
    Layer both;

    @Gru(units = 8, recurrentDropout = 0.2)
    @L2(value = 1e-4, on = On.RECURRENT_KERNEL)
    Layer last;

    @Dense(units = 4)
    Layer logits;
}
