package io.regulus.ops;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.TANH;
import static io.regulus.annotations.Padding.SAME;

import io.regulus.annotations.AcceptAdvice;
import io.regulus.annotations.Activation;
import io.regulus.annotations.Add;
import io.regulus.annotations.AvgPool1D;
import io.regulus.annotations.AvgPool2D;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.Conv1D;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.DepthwiseConv2D;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.From;
import io.regulus.annotations.GlobalAvgPool1D;
import io.regulus.annotations.GlobalAvgPool2D;
import io.regulus.annotations.GlobalMaxPool1D;
import io.regulus.annotations.GlobalMaxPool2D;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxPool1D;
import io.regulus.annotations.MaxPool2D;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Reshape;
import io.regulus.annotations.SeparableConv2D;
import io.regulus.annotations.Sgd;

/** Dropout behind every kind of layer. What the runtime has a class of the same name for is named in full. */
final class DropoutPlacesModels {
    private DropoutPlacesModels() {}

    @Network(input = {4, 4, 3})
    @Classifier(classes = 3)
    @Sgd
    @AcceptAdvice({"RG101", "RG102", "RG103", "RG104", "RG105", "RG112", "RG116"})
    abstract static class Images {
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer raw;

        @Conv2D(filters = 4, kernel = 3, padding = SAME)
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer linear;

        @Conv2D(filters = 4, kernel = 3, padding = SAME, activation = RELU)
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer relu;

        @DepthwiseConv2D(kernel = 3, padding = SAME, activation = TANH)
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer depthwise;

        @SeparableConv2D(filters = 4, kernel = 3, padding = SAME, activation = TANH)
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer separable;

        @Conv2D(filters = 4, kernel = 3, padding = SAME, activation = TANH)
        @io.regulus.annotations.WeightNorm
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer weighted;

        @Conv2D(filters = 4, kernel = 3, padding = SAME)
        @io.regulus.annotations.BatchNorm
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer batch;

        @Conv2D(filters = 4, kernel = 3, padding = SAME, activation = RELU)
        @io.regulus.annotations.BatchNorm
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer batchRelu;

        @io.regulus.annotations.GroupNorm(groups = 2)
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer group;

        @io.regulus.annotations.LayerNorm
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer layer;

        @io.regulus.annotations.RmsNorm
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer rms;

        @Activation(TANH)
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer activated;

        @MaxPool2D(pool = 2, strides = 1, padding = SAME)
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer largest;

        @AvgPool2D(pool = 2, strides = 1, padding = SAME)
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer average;

        @From({"average", "relu"})
        @Add
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer sum;

        @From({"sum", "linear"})
        @Concat
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer both;

        @From("both")
        @GlobalAvgPool2D
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer pooled;

        @From("both")
        @Flatten
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer flat;

        @From("both")
        @GlobalMaxPool2D
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer greatest;

        @From("both")
        @Reshape({16, 8})
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer steps;

        @Flatten
        Layer row;

        @From({"pooled", "greatest", "flat", "row"})
        @Concat
        Layer all;

        @Dense(units = 8, activation = RELU)
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer dense;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {5, 3})
    @Regressor
    @Sgd
    @AcceptAdvice({"RG103", "RG105", "RG112"})
    abstract static class Steps {
        @Dense(units = 4)
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer each;

        @Dense(units = 4, activation = RELU)
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer eachRelu;

        @Dense(units = 4, activation = RELU)
        @io.regulus.annotations.BatchNorm
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer batch;

        @Dense(units = 4)
        @io.regulus.annotations.LayerNorm
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer layer;

        @Conv1D(filters = 4, kernel = 3, padding = SAME)
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer conv;

        @MaxPool1D(pool = 2, strides = 1, padding = SAME)
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer largest;

        @AvgPool1D(pool = 2, strides = 1, padding = SAME)
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer average;

        @GlobalAvgPool1D
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer mean;

        @From("average")
        @GlobalMaxPool1D
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer greatest;

        @From("average")
        @Flatten
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer flat;

        @From({"mean", "greatest", "flat"})
        @Concat
        Layer all;

        @Dense(units = 1)
        Layer out;
    }

    @Network
    @Regressor
    @Sgd
    abstract static class Tokens {
        @Input(
                shape = {6},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 300, units = 8)
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer embedded;

        @Dense(units = 4, activation = RELU)
        @io.regulus.annotations.Dropout(p = 0.5)
        Layer each;

        @Flatten
        Layer flat;

        @Dense(units = 1)
        Layer out;
    }
}
