package io.regulus.engine;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.RegressionLoss;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;

/** Networks that nothing keeps from exploding. */
final class EngineModels {
    private EngineModels() {}

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Adam
    abstract static class Deep {
        @Dense(units = 4)
        Layer first;

        @Dense(units = 4)
        @BatchNorm
        Layer second;

        @Dense(units = 4, activation = RELU)
        Layer third;

        @Dense(units = 2)
        Layer fourth;
    }

    @Network(input = {3, 3, 1})
    @Regressor(outputs = 2)
    @Sgd(momentum = 0.9)
    @L2(0.01)
    abstract static class Image {
        @Conv2D(filters = 2, kernel = 2, activation = RELU)
        Layer conv;

        @Flatten
        Layer flat;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(loss = RegressionLoss.MAE)
    @Sgd
    abstract static class Absolute {
        @Dense(units = 1)
        Layer out;
    }
}
