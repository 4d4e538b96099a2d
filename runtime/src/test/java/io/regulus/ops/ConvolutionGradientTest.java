package io.regulus.ops;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.TANH;
import static io.regulus.annotations.Interpolation.BILINEAR;
import static io.regulus.annotations.Padding.SAME;

import io.regulus.annotations.Add;
import io.regulus.annotations.AvgPool1D;
import io.regulus.annotations.Conv1D;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Conv2DTranspose;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.DepthwiseConv2D;
import io.regulus.annotations.Dot;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.From;
import io.regulus.annotations.GlobalAvgPool1D;
import io.regulus.annotations.GlobalMaxPool1D;
import io.regulus.annotations.GlobalMaxPool2D;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxPool1D;
import io.regulus.annotations.Multiply;
import io.regulus.annotations.Network;
import io.regulus.annotations.Permute;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Reshape;
import io.regulus.annotations.SeparableConv2D;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.UpSampling2D;
import io.regulus.engine.Blueprint;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slopes through whole networks; {@link ConvolutionsTest} has every combination of numbers, layer by layer. */
class ConvolutionGradientTest {
    private static final int ROWS = 4;

    @Network(input = {8, 2})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Steps {
        @Conv1D(filters = 2, kernel = 3, strides = 2, padding = SAME, activation = TANH)
        @From("input")
        Layer strided;

        @Conv1D(filters = 2, kernel = 2, padding = SAME, dilation = 3, activation = TANH)
        @From("input")
        Layer dilated;

        @MaxPool1D(pool = 3, strides = 2, padding = SAME)
        Layer max;

        @Add
        @From({"strided", "max"})
        Layer both;

        @Conv1D(filters = 3, kernel = 2, causal = true, dilation = 2, activation = TANH)
        Layer causal;

        @Conv1D(filters = 2, kernel = 2, strides = 3, causal = true, activation = TANH)
        @Flatten
        Layer stridedCausal;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {7, 2})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Pools {
        @Conv1D(filters = 3, kernel = 2, dilation = 2, activation = TANH)
        Layer conv;

        @AvgPool1D(pool = 3, strides = 2, padding = SAME)
        Layer average;

        @Conv1D(filters = 2, kernel = 2, activation = TANH)
        @GlobalMaxPool1D
        @From("average")
        Layer largest;

        @Conv1D(filters = 2, kernel = 3, activation = RELU)
        @GlobalAvgPool1D
        @From("conv")
        Layer mean;

        @Add
        @From({"largest", "mean"})
        Layer both;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {7, 6, 2})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Images {
        @DepthwiseConv2D(kernel = 3, strides = 2, padding = SAME, depthMultiplier = 2, activation = TANH)
        Layer depthwise;

        @SeparableConv2D(filters = 3, kernel = 2, padding = SAME, dilation = 2, activation = TANH)
        Layer separable;

        @Conv2D(
                filters = 2,
                kernel = 2,
                dilation = {3, 1},
                activation = TANH)
        Layer dilated;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {12})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Reshaped {
        @Dense(units = 24, activation = TANH)
        @Reshape({3, 4, 2})
        Layer image;

        @DepthwiseConv2D(
                kernel = 2,
                padding = SAME,
                dilation = {1, 2})
        @GlobalMaxPool2D
        Layer depthwise;

        @Dense(units = 2)
        Layer out;
    }

    /** A third of the ids is padding, whose steps the mean leaves out. */
    @Network
    @Regressor(outputs = 2)
    @Sgd
    abstract static class MaskedMean {
        @Input(shape = 6, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 3, units = 3, maskZero = true)
        Layer embedded;

        @Dense(units = 3, activation = TANH)
        @GlobalAvgPool1D
        Layer mean;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {2, 3, 2})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Larger {
        @Conv2DTranspose(filters = 2, kernel = 3, strides = 2, padding = SAME, activation = TANH)
        @UpSampling2D(interpolation = BILINEAR)
        Layer transposed;

        @Conv2DTranspose(
                filters = 2,
                kernel = 2,
                strides = {3, 1},
                activation = TANH)
        @UpSampling2D(size = {1, 2})
        Layer wide;

        @GlobalMaxPool2D
        Layer largest;

        @From({"wide", "largest"})
        @Multiply
        Layer gated;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {4, 3})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class Products {
        @Dense(units = 2, activation = TANH)
        Layer left;

        @Permute({2, 1})
        Layer turned;

        @Dense(units = 3, activation = TANH)
        Layer right;

        @From({"left", "right"})
        @Dot(
                axes = {2, 1},
                normalize = true)
        Layer cosines;

        @From({"cosines", "input"})
        @Dot(axes = 1)
        Layer products;

        @Dense(units = 2)
        @Flatten
        Layer each;

        @Dense(units = 2)
        Layer out;
    }

    static Stream<Blueprint<?, ?>> networks() {
        return Stream.of(
                new ConvolutionGradientTest_LargerTraining(ConvolutionGradientTest_LargerHyperparameters.defaults()),
                new ConvolutionGradientTest_ProductsTraining(
                        ConvolutionGradientTest_ProductsHyperparameters.defaults()),
                new ConvolutionGradientTest_StepsTraining(ConvolutionGradientTest_StepsHyperparameters.defaults()),
                new ConvolutionGradientTest_PoolsTraining(ConvolutionGradientTest_PoolsHyperparameters.defaults()),
                new ConvolutionGradientTest_ImagesTraining(ConvolutionGradientTest_ImagesHyperparameters.defaults()),
                new ConvolutionGradientTest_ReshapedTraining(
                        ConvolutionGradientTest_ReshapedHyperparameters.defaults()),
                new ConvolutionGradientTest_MaskedMeanTraining(
                        ConvolutionGradientTest_MaskedMeanHyperparameters.defaults()));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientsAreSlopes(Blueprint<?, ?> network) {
        try (GradientCheck check = new GradientCheck(network, ROWS, 3)) {
            check.assertGradientsAreSlopes();
        }
    }
}
