package io.regulus.samples.regression;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;

/** The network with dropout after its first layer. */
@Network(input = {12})
@Regressor
@Adam(learningRate = 0.005)
abstract class DropoutRegression {
    @Dense(units = 64, activation = RELU)
    @Dropout(p = 0.3)
    Layer hidden1;

    @Dense(units = 32, activation = RELU)
    Layer hidden2;

    @Dense(units = 1)
    Layer output;
}
