package io.regulus.benchmarks.cluster;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;

/** 101,770 trained values. */
@Network(input = 784)
@Classifier(classes = 10)
@Adam
interface Small {
    @Dense(units = 128, activation = RELU)
    Layer hidden = null;

    @Dense(units = 10)
    Layer logits = null;
}
