package io.regulus.parity;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.SIGMOID;
import static io.regulus.annotations.ActivationFunction.TANH;
import static io.regulus.annotations.Interpolation.BILINEAR;
import static io.regulus.annotations.Padding.SAME;

import io.regulus.annotations.Adam;
import io.regulus.annotations.AdamW;
import io.regulus.annotations.AvgPool1D;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.Conv1D;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Conv2DTranspose;
import io.regulus.annotations.Dense;
import io.regulus.annotations.DepthwiseConv2D;
import io.regulus.annotations.Dot;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.From;
import io.regulus.annotations.GlobalAvgPool1D;
import io.regulus.annotations.GlobalMaxPool1D;
import io.regulus.annotations.GlobalMaxPool2D;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxPool1D;
import io.regulus.annotations.Multiply;
import io.regulus.annotations.Network;
import io.regulus.annotations.Padding;
import io.regulus.annotations.Permute;
import io.regulus.annotations.Reshape;
import io.regulus.annotations.SeparableConv2D;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.UpSampling2D;

/** The model classes of the fixtures by {@code make_convolution_fixtures.py}. */
final class ConvolutionModels {
    private ConvolutionModels() {}

    @Network(input = {11, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class Steps {
        @Conv1D(filters = 4, kernel = 3, activation = RELU)
        @MaxPool1D(padding = SAME)
        Layer valid;

        @Conv1D(filters = 5, kernel = 2, strides = 2, padding = SAME, activation = TANH)
        Layer strided;

        @Dense(units = 4, activation = TANH)
        Layer each;

        @AvgPool1D(pool = 3, strides = 1, padding = SAME)
        Layer smooth;

        @GlobalAvgPool1D
        Layer pooled;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {9, 3})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01, epsilon = 1e-3)
    @L2(0.01)
    abstract static class Causal {
        @Conv1D(filters = 4, kernel = 3, causal = true, activation = TANH)
        Layer near;

        @Conv1D(filters = 4, kernel = 2, causal = true, dilation = 3)
        @BatchNorm(epsilon = 0.01)
        Layer far;

        @Conv1D(filters = 5, kernel = 3, strides = 2, causal = true, activation = TANH)
        Layer half;

        @GlobalMaxPool1D
        Layer pooled;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {10, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1, momentum = 0.9)
    abstract static class DilatedSteps {
        @Conv1D(filters = 4, kernel = 4, padding = SAME, dilation = 2, activation = TANH)
        Layer same;

        @Conv1D(filters = 3, kernel = 3, dilation = 3, activation = TANH)
        Layer valid;

        @Dense(units = 4, activation = TANH)
        Layer each;

        @Reshape(16)
        Layer row;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {7, 6, 1})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class Dilated {
        @Conv2D(
                filters = 4,
                kernel = {2, 3},
                padding = SAME,
                dilation = {3, 2},
                activation = TANH)
        Layer same;

        @Conv2D(filters = 5, kernel = 3, dilation = 2, activation = RELU)
        @GlobalMaxPool2D
        Layer valid;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6, 5, 2})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01, epsilon = 1e-3)
    @L2(0.01)
    abstract static class Depthwise {
        @DepthwiseConv2D(kernel = 3, strides = 2, padding = SAME, depthMultiplier = 2, activation = TANH)
        Layer strided;

        @DepthwiseConv2D(kernel = 2, padding = SAME, dilation = 2, activation = TANH)
        Layer dilated;

        @DepthwiseConv2D(
                kernel = {2, 3},
                padding = Padding.VALID,
                depthMultiplier = 3,
                useBias = false)
        Layer valid;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6, 5, 2})
    @Classifier(classes = 3)
    @AdamW(learningRate = 0.01, epsilon = 1e-3, weightDecay = 0.1)
    abstract static class Separable {
        @SeparableConv2D(filters = 4, kernel = 3, strides = 2, padding = SAME, depthMultiplier = 2)
        @BatchNorm(epsilon = 0.01)
        Layer strided;

        @SeparableConv2D(filters = 5, kernel = 2, dilation = 2, activation = TANH)
        Layer dilated;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {4, 3, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class Reshaped {
        @Reshape({4, 6})
        Layer sequence;

        @Conv1D(filters = 4, kernel = 2, activation = TANH)
        @Reshape({2, 2, 3})
        Layer image;

        @Conv2D(filters = 4, kernel = 2, activation = TANH)
        Layer conv;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {3, 4, 2})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.02)
    @L2(0.01)
    abstract static class Decoder {
        @Conv2DTranspose(filters = 4, kernel = 3, strides = 2, padding = SAME, activation = TANH)
        Layer same;

        @Conv2DTranspose(
                filters = 3,
                kernel = {3, 2},
                strides = {2, 1},
                outputPadding = {1, 0})
        @BatchNorm(epsilon = 0.01)
        Layer valid;

        @Conv2D(filters = 3, kernel = 3, strides = 3, activation = TANH)
        @UpSampling2D(size = {2, 3})
        Layer near;

        @Conv2D(filters = 2, kernel = 3, strides = 2, activation = TANH)
        @UpSampling2D(interpolation = BILINEAR)
        Layer smooth;

        @Conv2DTranspose(
                filters = 2,
                kernel = {2, 4},
                strides = 2,
                padding = SAME,
                outputPadding = 1,
                activation = TANH)
        Layer even;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {6, 4})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    abstract static class Merged {
        @Conv1D(filters = 5, kernel = 3, padding = SAME, activation = TANH)
        Layer features;

        @GlobalAvgPool1D
        Layer mean;

        @Dense(units = 5, activation = SIGMOID)
        Layer gate;

        @Multiply
        @From({"features", "gate"})
        Layer scaled;

        @Permute({2, 1})
        Layer turned;

        @Dense(units = 4, activation = TANH)
        Layer each;

        @Dot(axes = {2, 1})
        @From({"scaled", "each"})
        Layer mixed;

        @Dot(axes = 1, normalize = true)
        @From({"mixed", "input"})
        @Flatten
        Layer cosines;

        @Dense(units = 4)
        @From("gate")
        Layer left;

        @Dense(units = 4, activation = TANH)
        @From("cosines")
        Layer right;

        @Dot(axes = 1)
        @From({"left", "right"})
        Layer one;

        @Concat
        @From({"cosines", "one"})
        Layer all;

        @Dense(units = 3)
        Layer logits;
    }
}
