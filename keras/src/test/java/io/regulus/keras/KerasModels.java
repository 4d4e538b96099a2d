package io.regulus.keras;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Bidirectional;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.Conv1D;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.DepthwiseConv2D;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.From;
import io.regulus.annotations.GlobalAvgPool1D;
import io.regulus.annotations.GroupNorm;
import io.regulus.annotations.Gru;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.LayerNorm;
import io.regulus.annotations.Lstm;
import io.regulus.annotations.MaxPool2D;
import io.regulus.annotations.MultiHeadAttention;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.RmsNorm;
import io.regulus.annotations.SeparableConv2D;
import io.regulus.annotations.Sgd;

/** The networks of {@code src/test/python/make_keras_fixtures.py}, as one writes them here. */
final class KerasModels {
    private KerasModels() {}

    @Network(input = {8, 7, 2})
    @Classifier(classes = 3)
    @Sgd
    abstract static class Image {
        @Conv2D(
                filters = 4,
                kernel = {3, 2},
                activation = RELU)
        @BatchNorm
        @MaxPool2D
        Layer block;

        @DepthwiseConv2D(kernel = 2, depthMultiplier = 2, activation = TANH)
        Layer deep;

        @SeparableConv2D(filters = 3, kernel = 1, depthMultiplier = 2)
        Layer separable;

        @Dense(units = 6, activation = TANH, useBias = true)
        @LayerNorm(epsilon = 1e-3)
        @Dropout(p = 0.3)
        Layer fc1;

        @Dense(units = 5, activation = TANH, useBias = true)
        @GroupNorm(groups = 1)
        Layer fc2;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Sequence {
        @Input(shape = 6, type = DataType.INT32)
        Layer ids;

        @Embedding(vocabulary = 11, units = 6)
        Layer words;

        @Lstm(units = 4, returnSequences = true)
        @Bidirectional
        Layer lstm;

        @MultiHeadAttention(heads = 2, keyDim = 4, valueDim = 3)
        Layer attention;

        @Conv1D(filters = 6, kernel = 2, activation = TANH)
        Layer conv;

        @Gru(units = 5, returnSequences = true)
        Layer gru;

        @Gru(units = 4, resetAfter = false)
        Layer last;

        @Dense(units = 2)
        Layer head;
    }

    @Network
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Masked {
        @Input(shape = 6, type = DataType.INT32)
        Layer ids;

        @Embedding(vocabulary = 11, units = 6, maskZero = true)
        Layer words;

        @Lstm(units = 4, returnSequences = true)
        @Bidirectional
        Layer lstm;

        @MultiHeadAttention(heads = 2, keyDim = 4)
        Layer attention;

        @Gru(units = 5)
        Layer gru;

        @GlobalAvgPool1D
        @From("attention")
        Layer pooled;

        @Concat
        @From({"pooled", "gru"})
        Layer both;

        @RmsNorm
        Layer norm;

        @Dense(units = 2)
        Layer head;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Own {
        @Dense(units = 4, activation = TANH)
        Layer first;

        @Dense(units = 3, activation = TANH)
        Layer second;

        @Dense(units = 2)
        Layer third;
    }
}
