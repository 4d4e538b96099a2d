package io.regulus.spark.docs;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.From;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;

/** A network of the documentation: inputs and outputs of the guide's. */
@Network
@Adam(learningRate = 1e-3)
abstract class Dial {
    @Input(shape = 16, type = DataType.UINT8, scale = 1 / 255.0)
    Layer image;

    @Dense(units = 4)
    Layer seen;

    @Input(shape = 4)
    Layer meta;

    @Dense(units = 4)
    Layer side;

    @From({"seen", "side"})
    @Concat
    @Dense(units = 8)
    Layer joined;

    @Dense(units = 10)
    @Classifier(classes = 10)
    Layer digit;

    @From("joined")
    @Dense(units = 1)
    @Regressor
    Layer angle;
}
