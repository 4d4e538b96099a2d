package io.regulus.benchmarks.regulus;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.GlobalAvgPool1D;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;

/** W5. */
@Network
@Classifier(classes = 10)
@Adam(learningRate = 1e-3)
abstract class Tokens {
    @Input(shape = 32, type = DataType.INT32)
    Layer ids;

    @Embedding(vocabulary = 50_000, units = 128)
    @GlobalAvgPool1D
    Layer mean;

    @Dense(units = 10)
    Layer logits;
}
