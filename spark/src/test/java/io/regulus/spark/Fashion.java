package io.regulus.spark;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxPool2D;
import io.regulus.annotations.Network;

/** The network of the demo. */
@Network(input = {28, 28, 1})
@Classifier(classes = 10, labelSmoothing = 0.1)
@Adam(learningRate = 1e-3)
@L2(1e-4)
abstract class Fashion {
    @Conv2D(filters = 32, kernel = 3, activation = RELU)
    @BatchNorm
    @MaxPool2D
    Layer block1;

    @Conv2D(filters = 64, kernel = 3, activation = RELU)
    @BatchNorm
    @MaxPool2D
    Layer block2;

    @Dense(units = 128, activation = RELU)
    @Dropout(p = 0.5)
    Layer head;

    @Dense(units = 10)
    Layer logits;
}
