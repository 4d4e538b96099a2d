package io.regulus.samples.tuning;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;

/** Large for few images: how much L2 and dropout it needs is to be found. */
@Network(input = {28, 28, 1})
@Classifier(classes = 10)
@Adam(learningRate = 1e-3)
@L2(1e-4)
abstract class TunedNet {
    @Dense(units = 256, activation = RELU)
    @Dropout(p = 0.5)
    Layer hidden;

    @Dense(units = 10)
    Layer logits;
}
