package io.regulus.samples.regression;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;

/** The network without regularisation. */
@Network(input = {12})
@Regressor
@Adam(learningRate = 0.005)
abstract class PlainRegression {
    @Dense(units = 64, activation = RELU)
    Layer hidden1;

    @Dense(units = 32, activation = RELU)
    Layer hidden2;

    @Dense(units = 1)
    Layer output;
}
