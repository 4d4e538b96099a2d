package models;

import static io.regulus.annotations.ActivationFunction.*;

import io.regulus.annotations.*;

/** Words that look at each other, in a block made by hand and in the one that is there. */
@Network
@Classifier(classes = 4)
@AdamW(weightDecay = 0.01)
abstract class Glances {
    @Input(shape = {12}, type = DataType.INT32)
    Layer words;

    @Embedding(vocabulary = 1000, units = 16, maskZero = true)
    Layer embedded;

    @PositionalEncoding
    Layer placed;

    @MultiHeadAttention(heads = 2, keyDim = 8, dropout = 0.1)
    Layer attended;

    @From({"placed", "attended"})
    @Add
    @LayerNorm
    Layer sum;

    @TransformerBlock(heads = 2, keyDim = 8, feedForward = 32, activation = GELU, dropout = 0.1)
    Layer block;

    @GlobalAvgPool1D
    Layer mean;

    @Dense(units = 4)
    Layer logits;
}
