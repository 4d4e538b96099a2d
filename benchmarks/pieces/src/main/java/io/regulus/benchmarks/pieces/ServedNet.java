package io.regulus.benchmarks.pieces;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;

/** The network MLP of the comparison. */
@Network(input = {ServedNet.INPUTS})
@Classifier(classes = 10)
@Adam(learningRate = 1e-3)
@L2(0.5e-4)
abstract class ServedNet {
    static final int INPUTS = 784;

    @Dense(units = 512, activation = RELU)
    @BatchNorm(momentum = 0.9)
    @Dropout(p = 0.5)
    Layer hidden1;

    @Dense(units = 256, activation = RELU)
    @BatchNorm(momentum = 0.9)
    @Dropout(p = 0.5)
    Layer hidden2;

    @Dense(units = 10)
    Layer logits;
}
