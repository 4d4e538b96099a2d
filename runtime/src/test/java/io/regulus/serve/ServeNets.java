package io.regulus.serve;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Categorical;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Features;
import io.regulus.annotations.Label;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Numeric;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;

/** Networks that are served. */
final class ServeNets {
    private ServeNets() {}

    /** So wide that how sums are split over a batch would show. */
    @Network(input = {784})
    @Classifier(classes = 10)
    @Sgd
    abstract static class Wide {
        @Dense(units = 512, activation = ActivationFunction.RELU)
        @BatchNorm
        @Dropout(p = 0.5)
        Layer hidden1;

        @Dense(units = 256, activation = ActivationFunction.RELU)
        @BatchNorm
        @Dropout(p = 0.5)
        Layer hidden2;

        @Dense(units = 10)
        Layer logits;
    }

    enum Side {
        NORTH,
        SOUTH
    }

    @Features
    record Flat(
            @Numeric float area,
            @Categorical Side side,
            @Label float rent) {}

    @Network(rows = Flat.class)
    @Regressor
    @Sgd
    abstract static class Rent {
        @Dense(units = 1)
        Layer rent;
    }

    @Features
    record Dot(@Numeric float x, @Numeric float y, @Label Side side) {}

    @Network(rows = Dot.class)
    @Classifier(classes = 2)
    @Sgd
    abstract static class Sides {
        @Dense(units = 2)
        Layer side;
    }
}
