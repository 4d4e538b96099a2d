package io.regulus.samples.regression;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Dense;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.On;
import io.regulus.annotations.Regressor;

/** The network with a coupled weight decay of 0.01 on every parameter: half of it is the coefficient of the squares. */
@Network(input = {12})
@Regressor
@Adam(learningRate = 0.005)
@L2(value = 0.005, on = On.ALL)
abstract class DecayRegression {
    @Dense(units = 64, activation = RELU)
    Layer hidden1;

    @Dense(units = 32, activation = RELU)
    Layer hidden2;

    @Dense(units = 1)
    Layer output;
}
