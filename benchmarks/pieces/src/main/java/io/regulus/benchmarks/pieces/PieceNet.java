package io.regulus.benchmarks.pieces;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;

/** A network so small that what surrounds TensorFlow's work shows. */
@Network(input = {PieceNet.INPUTS})
@Classifier(classes = PieceNet.CLASSES)
@Adam(learningRate = 1e-3)
@L2(1e-4)
abstract class PieceNet {
    static final int INPUTS = 16;
    static final int CLASSES = 3;

    @Dense(units = 32, activation = ActivationFunction.RELU)
    @Dropout(p = 0.1)
    Layer hidden;

    @Dense(units = CLASSES)
    Layer logits;
}
