package io.regulus.spark;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.From;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;

/** Inputs of all three types, and two outputs. */
@Network
@Adam(learningRate = 0.01)
public abstract class Readings {
    @Input(shape = 6, type = DataType.UINT8, scale = 1 / 255.0)
    Layer pixels;

    @Dense(units = 4, activation = RELU)
    Layer seen;

    @Input(shape = 2)
    Layer meta;

    @Dense(units = 4, activation = RELU)
    Layer side;

    @Input(shape = 1, type = DataType.INT32)
    Layer place;

    @Embedding(vocabulary = 5, units = 3)
    @Flatten
    Layer where;

    @From({"seen", "side", "where"})
    @Concat
    @Dense(units = 8, activation = RELU)
    Layer joined;

    @Dense(units = 2)
    @Classifier(classes = 2)
    Layer kind;

    @From("joined")
    @Dense(units = 2)
    @Regressor(outputs = 2, lossWeight = 0.5)
    Layer sizes;
}
