package io.regulus.names;

import io.regulus.annotations.Dense;
import io.regulus.annotations.Features;
import io.regulus.annotations.Label;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Numeric;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;

/** Layers of a network of records named as its generated code names its own. */
@Network(rows = AwkwardRows.Rows.class)
@Regressor
@Sgd(learningRate = 0.1)
abstract class AwkwardRows {
    @Features
    record Rows(@Numeric float type, @Label float target) {}

    @Dense(units = 2)
    Layer rows;

    @Dense(units = 2)
    Layer modelType;

    @Dense(units = 2)
    Layer RECORD;

    @Dense(units = 2)
    Layer typedRows;

    @Dense(units = 1)
    Layer target;
}
