package io.regulus.names;

import static io.regulus.annotations.ActivationFunction.GELU;

import io.regulus.annotations.Activation;
import io.regulus.annotations.Adam;
import io.regulus.annotations.Add;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.From;
import io.regulus.annotations.Input;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;

/** Fields named as generated code names its own: that it compiles is half of the test. */
@Network
@Classifier(classes = 2)
@Adam
abstract class AwkwardNames {
    @Input(shape = 4, type = DataType.UINT8, scale = 1 / 255.0)
    Layer rows;

    @Dense(units = 3)
    @Dropout(p = 0.1)
    Layer value;

    @Dense(units = 3)
    @Dropout(p = 0.1)
    @From("rows")
    Layer change;

    @Dense(units = 3)
    @Dropout(p = 0.1)
    @From("rows")
    Layer numbers;

    @Add
    @From({"value", "change", "numbers"})
    @Activation(GELU)
    @L2(1e-3)
    @Dense(units = 3)
    Layer apply;

    @Dense(units = 3, activation = GELU)
    Layer fed;

    @Dense(units = 3)
    @BatchNorm
    Layer parameter;

    @Dense(units = 3)
    @From("parameter")
    @Dropout(p = 0.1)
    Layer List;

    @Dense(units = 3)
    @From("parameter")
    @Dropout(p = 0.1)
    Layer Activations;

    /** Named as the weight of the layer that reads it. */
    @Dense(units = 3)
    @From("parameter")
    Layer xKernel;

    @Concat
    @From({"List", "Activations", "xKernel"})
    @Dense(units = 9)
    @Activation(GELU)
    @Dropout(p = 0.1)
    Layer x;

    @Dense(units = 3)
    @Dropout(p = 0.1)
    Layer weight;

    @Dense(units = 3)
    @Dropout(p = 0.1)
    Layer operand;

    @Dense(units = 3)
    @Dropout(p = 0.1)
    Layer settings;

    @Dense(units = 3)
    @Dropout(p = 0.1)
    Layer model;

    @Dense(units = 3)
    @Dropout(p = 0.1)
    Layer type;

    @Dense(units = 3)
    Layer modelType;

    @Dense(units = 3)
    Layer path;

    @Dense(units = 2)
    Layer outputs;
}
