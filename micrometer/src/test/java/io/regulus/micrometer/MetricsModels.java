package io.regulus.micrometer;

import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Sgd;

final class MetricsModels {
    private MetricsModels() {}

    @Network(input = {2})
    @BinaryClassifier
    @Sgd(learningRate = 0.1)
    @L2(0.01)
    abstract static class Sides {
        @Dense(units = 1)
        Layer side;
    }
}
