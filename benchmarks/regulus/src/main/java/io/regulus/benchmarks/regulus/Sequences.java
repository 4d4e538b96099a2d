package io.regulus.benchmarks.regulus;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Lstm;
import io.regulus.annotations.Network;

/** W6. */
@Network(input = {64, 64})
@Classifier(classes = 10)
@Adam(learningRate = 1e-3)
abstract class Sequences {
    @Lstm(units = 128)
    Layer last;

    @Dense(units = 10)
    Layer logits;
}
