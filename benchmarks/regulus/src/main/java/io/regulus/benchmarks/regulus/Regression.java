package io.regulus.benchmarks.regulus;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.AdamW;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;

/** W4. */
@Network(input = 12)
@Regressor
@AdamW(learningRate = 5e-3, weightDecay = 0.01)
abstract class Regression {
    @Dense(units = 64, activation = RELU)
    Layer hidden1;

    @Dense(units = 32, activation = RELU)
    Layer hidden2;

    @Dense(units = 1)
    Layer value;
}
