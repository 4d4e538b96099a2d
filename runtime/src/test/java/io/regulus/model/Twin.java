package io.regulus.model;

import io.regulus.annotations.Dense;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;

/** A kernel and a bias of one value each. */
@Network(input = 1)
@Regressor
@Sgd(learningRate = 0.01)
abstract class Twin {
    @Dense(units = 1)
    Layer out;
}
