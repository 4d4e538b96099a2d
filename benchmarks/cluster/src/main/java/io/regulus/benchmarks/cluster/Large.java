package io.regulus.benchmarks.cluster;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;

/** 5,009,034 trained values. */
@Network(input = 784)
@Classifier(classes = 10)
@Adam
interface Large {
    @Dense(units = 2048, activation = RELU)
    Layer first = null;

    @Dense(units = 1648, activation = RELU)
    Layer second = null;

    @Dense(units = 10)
    Layer logits = null;
}
