package io.regulus.interchange;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.Activation;
import io.regulus.annotations.Adam;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Bidirectional;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv1D;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Conv2DTranspose;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.DepthwiseConv2D;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.Gru;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.LayerNorm;
import io.regulus.annotations.Lstm;
import io.regulus.annotations.MaxPool2D;
import io.regulus.annotations.MovingAverage;
import io.regulus.annotations.MultiHeadAttention;
import io.regulus.annotations.Network;
import io.regulus.annotations.Padding;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.SeparableConv2D;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.TransformerBlock;
import io.regulus.annotations.WeightNorm;

/** The networks of {@code src/test/python/make_interchange_fixtures.py}, as one writes them here, and some to mismatch. */
final class InterchangeModels {
    private InterchangeModels() {}

    /** Flattened, too, but there is one order only. */
    @Network(input = {4, 4, 1})
    @Classifier(classes = 2)
    @Sgd
    abstract static class OneChannel {
        @Dense(units = 3, activation = TANH)
        @BatchNorm
        Layer hidden;

        @Dense(units = 2)
        Layer logits;
    }

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

        @SeparableConv2D(filters = 3, kernel = 1)
        Layer separable;

        @Dense(units = 6, activation = TANH, useBias = true)
        @WeightNorm
        @LayerNorm
        Layer fc1;

        @Dense(units = 3)
        Layer fc2;
    }

    /** What a field of its own flattens is read by a norm first, and by a kernel behind that. */
    @Network(input = {5, 4, 2})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Flat {
        @Conv2D(filters = 3, kernel = 2)
        Layer conv;

        @Flatten
        Layer flat;

        @BatchNorm
        Layer norm;

        @Activation(RELU)
        @Dropout(p = 0.2)
        Layer active;

        @Dense(units = 5, activation = TANH)
        Layer fc1;

        @Dense(units = 2)
        Layer fc2;
    }

    @Network(input = {2, 3, 2})
    @Regressor(outputs = 96)
    @Sgd
    abstract static class Decoder {
        @Conv2DTranspose(
                filters = 3,
                kernel = {4, 2},
                strides = {2, 1},
                activation = TANH)
        Layer up;

        @Conv2DTranspose(filters = 1, kernel = 4, strides = 2, padding = Padding.SAME)
        @Flatten
        Layer head;
    }

    @Network
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Sequence {
        @Input(shape = 6, type = DataType.INT32)
        Layer ids;

        @Embedding(vocabulary = 11, units = 6)
        Layer words;

        @Conv1D(filters = 6, kernel = 2, activation = TANH)
        Layer conv;

        @Lstm(units = 4, returnSequences = true)
        @Bidirectional
        Layer lstm;

        @MultiHeadAttention(heads = 2, keyDim = 4)
        Layer attention;

        @TransformerBlock(heads = 2, keyDim = 4, feedForward = 10, dropout = 0)
        Layer encoder;

        @Gru(units = 5)
        Layer gru;

        @Dense(units = 2)
        Layer head;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Adam
    @MovingAverage(decay = 0.9)
    abstract static class Line {
        @Dense(units = 2)
        Layer value;
    }

    @Network(input = {4})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Deeper {
        @Dense(units = 3, activation = TANH)
        Layer hidden;

        @Dense(units = 2)
        Layer value;
    }
}
