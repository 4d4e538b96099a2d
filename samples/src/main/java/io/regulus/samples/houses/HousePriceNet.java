package io.regulus.samples.houses;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.AdamW;
import io.regulus.annotations.CosineDecay;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;

/** The median price of a district's houses. */
@Network(rows = District.class)
@Regressor
@AdamW(learningRate = 3e-3, weightDecay = 0.01)
@CosineDecay(epochs = 40, warmupEpochs = 2)
abstract class HousePriceNet {
    @Dense(units = 128, activation = ActivationFunction.SILU)
    @Dropout(p = 0.05)
    Layer first;

    @Dense(units = 64, activation = ActivationFunction.SILU)
    Layer second;

    @Dense(units = 1)
    Layer price;
}
