package io.regulus.tune;

import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.Adam;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Sgd;

final class TunerModels {
    private TunerModels() {}

    @Network(input = {2})
    @BinaryClassifier
    @Sgd(learningRate = 0.1)
    @L2(0.01)
    abstract static class Line {
        @Dense(units = 1)
        Layer side;
    }

    @Network(input = {2})
    @BinaryClassifier
    @Adam(learningRate = 0.01)
    @L2(0.001)
    abstract static class Bent {
        @Dense(units = 8, activation = TANH)
        @Dropout(p = 0.1)
        Layer hidden;

        @Dense(units = 1)
        Layer side;
    }
}
