package io.regulus.spark;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;

/** Three classes by four numbers. */
@Network(input = 4)
@Classifier(classes = 3)
@Adam(learningRate = 0.02)
public abstract class Flowers {
    @Dense(units = 12, activation = RELU)
    @Dropout(p = 0.1)
    Layer hidden;

    @Dense(units = 3)
    Layer logits;
}
