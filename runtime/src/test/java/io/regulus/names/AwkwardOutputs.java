package io.regulus.names;

import static io.regulus.annotations.ActivationFunction.TANH;

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

/** Inputs and outputs named as generated code names its own, or as TensorFlow names nothing. */
@Network
@Adam
abstract class AwkwardOutputs {
    @Input(shape = 2, type = DataType.INT32)
    Layer _wide;

    @Input(shape = 2, scale = 0.5)
    Layer feeds;

    @Input(shape = 2)
    Layer _wideFed;

    @Input(shape = 2)
    Layer training;

    @From({"_wide", "feeds", "_wideFed", "training"})
    @Concat
    @Dense(units = 4, activation = TANH)
    Layer List;

    @Dense(units = 2)
    @Classifier(classes = 2)
    Layer likeliest;

    @From("List")
    @Dense(units = 3)
    @Classifier(classes = 3)
    Layer outputs;

    @From("List")
    @Dense(units = 1)
    @Regressor
    Layer outputsClasses;

    @From("List")
    @Dense(units = 1)
    @Regressor
    Layer heads;
}
