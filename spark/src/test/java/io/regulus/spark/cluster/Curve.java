package io.regulus.spark.cluster;

import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;

/** A small network with state beside its weights: the moments of the optimizer, and draws that depend on the step. */
@Network(input = 2)
@Regressor
@Adam(learningRate = 0.01)
public abstract class Curve {
    @Dense(units = 6, activation = TANH)
    @Dropout(p = 0.1)
    Layer hidden;

    @Dense(units = 1)
    Layer out;
}
