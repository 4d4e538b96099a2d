package org.example.iris;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;

@Network(input = {4})
@Classifier(classes = 3)
@Adam(learningRate = 1e-2)
@L2(1e-4)
final class IrisNet {
    @Dense(units = 16, activation = RELU)
    @Dropout(p = 0.2)
    Layer hidden;

    @Dense(units = 3)
    Layer logits;
}
