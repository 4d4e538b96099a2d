package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.Padding.SAME;
import static io.regulus.testing.Values.squares;

import io.regulus.annotations.Activation;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Conv1D;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.DepthwiseConv2D;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.GlobalAvgPool1D;
import io.regulus.annotations.GlobalMaxPool1D;
import io.regulus.annotations.Input;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxPool1D;
import io.regulus.annotations.MixedPrecision;
import io.regulus.annotations.Network;
import io.regulus.annotations.On;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Reshape;
import io.regulus.annotations.SeparableConv2D;
import io.regulus.annotations.Sgd;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What convolutions and poolings of sequences and images do to numbers that can be followed by hand. */
class ConvolutionTest {
    @Network(input = {6, 1})
    @Regressor(outputs = 6)
    @Sgd
    abstract static class Causal {
        @Conv1D(filters = 1, kernel = 3, causal = true)
        @Flatten
        Layer steps;
    }

    @Network(input = {6, 1})
    @Regressor(outputs = 3)
    @Sgd
    abstract static class CausalStrided {
        @Conv1D(filters = 1, kernel = 2, strides = 2, causal = true)
        @Flatten
        Layer steps;
    }

    @Network(input = {7, 1})
    @Regressor(outputs = 7)
    @Sgd
    abstract static class Dilated {
        @Conv1D(filters = 1, kernel = 3, dilation = 2, padding = SAME)
        @Flatten
        Layer steps;
    }

    @Network
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.5)
    abstract static class Masked {
        @Input(
                shape = {4},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 3, units = 2, maskZero = true)
        @GlobalAvgPool1D
        Layer mean;
    }

    @Network(input = {2, 2, 2})
    @Regressor(outputs = 4)
    @Sgd
    abstract static class Depthwise {
        @DepthwiseConv2D(kernel = 2, depthMultiplier = 2)
        @Flatten
        Layer channels;
    }

    @Network(input = {5, 5, 2})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.01)
    @L2(0.1)
    abstract static class Penalised {
        @SeparableConv2D(filters = 3, kernel = 3, activation = RELU)
        Layer separable;

        @L2(value = 0.2, on = On.BIAS)
        @DepthwiseConv2D(kernel = 2, activation = RELU)
        Layer depthwise;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {9, 2})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.05, momentum = 0.9)
    abstract static class Moved {
        @Conv1D(filters = 4, kernel = 2, activation = RELU)
        @MaxPool1D(pool = 3, strides = 2)
        Layer conv;

        @Conv1D(filters = 4, kernel = 2, activation = RELU)
        @GlobalMaxPool1D
        Layer whole;

        @Dense(units = 2)
        Layer out;
    }

    /** {@code Moved} in fields of their own, in which every op runs where it is written. */
    @Network(input = {9, 2})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.05, momentum = 0.9)
    abstract static class Apart {
        @Conv1D(filters = 4, kernel = 2)
        Layer conv;

        @Activation(RELU)
        Layer relu;

        @MaxPool1D(pool = 3, strides = 2)
        Layer pool;

        @Conv1D(filters = 4, kernel = 2)
        Layer whole;

        @Activation(RELU)
        Layer wholeRelu;

        @GlobalMaxPool1D
        Layer largest;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {8, 8, 2})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.01)
    abstract static class Many {
        @Conv2D(filters = 4, kernel = 3, dilation = 2, padding = SAME)
        @BatchNorm
        @Activation(RELU)
        Layer dilated;

        @SeparableConv2D(filters = 8, kernel = 3, strides = 2, padding = SAME)
        @BatchNorm
        @Activation(RELU)
        @Reshape({16, 8})
        Layer separable;

        @Conv1D(filters = 8, kernel = 3, causal = true)
        @BatchNorm
        @Activation(RELU)
        @GlobalAvgPool1D
        Layer steps;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {8, 8, 2})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.01)
    @MixedPrecision
    abstract static class ManyMixed {
        @Conv2D(filters = 4, kernel = 3, dilation = 2, padding = SAME)
        @BatchNorm
        @Activation(RELU)
        Layer dilated;

        @SeparableConv2D(filters = 8, kernel = 3, strides = 2, padding = SAME)
        @BatchNorm
        @Activation(RELU)
        @Reshape({16, 8})
        Layer separable;

        @Conv1D(filters = 8, kernel = 3, causal = true)
        @BatchNorm
        @Activation(RELU)
        @GlobalAvgPool1D
        Layer steps;

        @Dense(units = 2)
        Layer out;
    }

    private static void setWeights(Model model, String layer, float[] kernel, float... bias) {
        model.setWeights(model.weights().with(layer + "/kernel", kernel).with(layer + "/bias", bias));
    }

    @Test
    void aCausalConvolutionReadsBackOnly() {
        try (ConvolutionTest_CausalModel model = ConvolutionTest_CausalModel.create()) {
            setWeights(model, "steps", new float[] {100, 10, 1}, 0.5f);
            float[][] rows = {{1, 2, 3, 4, 5, 6}, {1, 2, 3, 9, 5, 6}};
            assertThat(model.predict(rows)[0]).isEqualTo(new float[] {1.5f, 12.5f, 123.5f, 234.5f, 345.5f, 456.5f});
            assertThat(model.predict(rows)[1]).isEqualTo(new float[] {1.5f, 12.5f, 123.5f, 239.5f, 395.5f, 956.5f});
            assertThat(model.summary()).contains("causal conv1d 3");
        }
    }

    @Test
    void aStridedCausalConvolutionStartsAtTheFirstStep() {
        try (ConvolutionTest_CausalStridedModel model = ConvolutionTest_CausalStridedModel.create()) {
            setWeights(model, "steps", new float[] {10, 1}, 0);
            assertThat(model.predict(new float[][] {{1, 2, 3, 4, 5, 6}})[0]).isEqualTo(new float[] {1, 23, 45});
        }
    }

    @Test
    void aDilatedWindowLeavesStepsOut() {
        try (ConvolutionTest_DilatedModel model = ConvolutionTest_DilatedModel.create()) {
            setWeights(model, "steps", new float[] {100, 10, 1}, 0);
            assertThat(model.predict(new float[][] {{1, 2, 3, 4, 5, 6, 7}})[0])
                    .isEqualTo(new float[] {13, 24, 135, 246, 357, 460, 570});
            assertThat(model.summary()).contains("conv1d 3 dilated 2");
        }
    }

    @Test
    void aDepthwiseConvolutionMixesNoChannels() {
        try (ConvolutionTest_DepthwiseModel model = ConvolutionTest_DepthwiseModel.create()) {
            // [height, width, channels, multiplier]: the sum of a channel, and its last value
            float[] kernel = {1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1};
            setWeights(model, "channels", kernel, 0, 0, 0, 0.25f);
            float[] image = {1, 10, 2, 20, 3, 30, 4, 40};
            assertThat(model.predict(new float[][] {image})[0]).isEqualTo(new float[] {10, 4, 100, 40.25f});
        }
    }

    @Test
    void theMeanOverStepsLeavesMaskedOnesOut() {
        try (ConvolutionTest_MaskedModel model = ConvolutionTest_MaskedModel.create()) {
            float[] table = {100, 200, 1, 2, 4, 8};
            model.setWeights(model.weights().with("mean/embedding", table));
            int[][] rows = {{1, 2, 0, 0}, {2, 0, 1, 2}, {0, 0, 0, 0}};
            assertThat(model.predict(rows)).isEqualTo(new float[][] {{2.5f, 5}, {3, 6}, {0, 0}});
            // mean of squares over two outputs: the gradient of each is 2 (y - t) / 2, half of it for each of two steps
            model.trainOnBatch(Dataset.ofInts(new int[][] {{1, 2, 0, 0}}).withValues(new float[] {0.5f, 1}, 2));
            assertThat(model.weights().get("mean/embedding"))
                    .usingTolerance(1e-6)
                    .containsExactly(new float[] {100, 200, 0.5f, 1, 3.5f, 7})
                    .inOrder();
        }
    }

    @Test
    void penaltiesFallOnBothKernelsOfASeparableConvolution() {
        try (ConvolutionTest_PenalisedModel model = ConvolutionTest_PenalisedModel.create()) {
            Weights weights = model.weights().with("depthwise/bias", new float[] {1, 2, 3});
            model.setWeights(weights);
            double expected = 0.1
                            * (squares(weights.get("separable/depthwise_kernel"))
                                    + squares(weights.get("separable/pointwise_kernel"))
                                    + squares(weights.get("out/kernel")))
                    + 0.2 * squares(weights.get("depthwise/bias"));
            assertThat(model.trainOnBatch(Samples.valued(4, 50, 2, 1)).penalty())
                    .isWithin(1e-5 * expected)
                    .of(expected);
            assertThat(model.summary()).contains("depthwise conv2d 3x3, conv2d 1x1");
        }
    }

    @Test
    void aReluMovedBehindAPoolingOfStepsChangesNoBit() {
        try (ConvolutionTest_MovedModel moved = ConvolutionTest_MovedModel.create();
                ConvolutionTest_ApartModel apart = ConvolutionTest_ApartModel.create()) {
            assertThat(moved.summary()).contains("conv1d 2, max pool 3, relu");
            assertThat(moved.summary()).contains("conv1d 2, global max pool, relu");
            Dataset data = Samples.valued(16, 18, 2, 1);
            // nothing of the first filter is positive
            moved.setWeights(moved.weights().with("conv/bias", new float[] {-100, 0, 0, 0}));
            apart.setWeights(apart.weights().with("conv/bias", new float[] {-100, 0, 0, 0}));
            SavedState start = SavedState.of(apart);
            start.assertStateOf(moved);
            for (int step = 1; step <= 5; step++) {
                assertWithMessage("step " + step)
                        .that(moved.trainOnBatch(data).loss())
                        .isEqualTo(apart.trainOnBatch(data).loss());
                SavedState.of(apart).assertStateOf(moved);
            }
            assertThat(SavedState.of(apart).bits().get("conv/kernel"))
                    .isNotEqualTo(start.bits().get("conv/kernel"));
        }
    }

    @Test
    void inSixteenBitsTheyLearnTheSame() {
        try (ConvolutionTest_ManyModel exact = ConvolutionTest_ManyModel.create();
                ConvolutionTest_ManyMixedModel mixed = ConvolutionTest_ManyMixedModel.create()) {
            Dataset data = Samples.valued(32, 128, 2, 1);
            double[] losses = new double[10];
            for (int step = 0; step < losses.length; step++) {
                losses[step] = exact.trainOnBatch(data).loss();
                assertThat(mixed.trainOnBatch(data).loss())
                        .isWithin(0.05 * losses[step])
                        .of(losses[step]);
            }
            assertWithMessage(Arrays.toString(losses)).that(losses[9]).isLessThan(losses[0]);
        }
    }
}
