package io.regulus.serving;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Input;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.RandomRotation;
import io.regulus.annotations.RandomTranslation;

/** Two hidden layers; pictures are turned and moved a little in training, for no two hands draw alike. */
@Network
@Classifier(classes = 10)
@Adam(learningRate = 1e-3)
@L2(0.5e-4)
abstract class DigitNet {
    /** Rows and columns of a picture. */
    static final int SIDE = 28;

    @Input(
            shape = {SIDE, SIDE, 1},
            type = DataType.UINT8,
            scale = 1.0 / 255)
    @RandomRotation(degrees = 10)
    @RandomTranslation(height = 0.06, width = 0.06)
    Layer pixels;

    @Dense(units = 512, activation = RELU)
    @BatchNorm(momentum = 0.9)
    @Dropout(p = 0.5)
    Layer hidden1;

    @Dense(units = 256, activation = RELU)
    @BatchNorm(momentum = 0.9)
    @Dropout(p = 0.5)
    Layer hidden2;

    @Dense(units = 10)
    Layer logits;
}
