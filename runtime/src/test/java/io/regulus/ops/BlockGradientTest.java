package io.regulus.ops;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.Activation;
import io.regulus.annotations.Add;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Block;
import io.regulus.annotations.Concat;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.From;
import io.regulus.annotations.GlobalAvgPool2D;
import io.regulus.annotations.GroupNorm;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.LayerNorm;
import io.regulus.annotations.MaxPool2D;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Repeat;
import io.regulus.annotations.RmsNorm;
import io.regulus.annotations.SeparableConv2D;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.SharesWeightsOf;
import org.junit.jupiter.api.Test;

/** Gradients through blocks and of weights that are used twice; the masks of two uses. */
class BlockGradientTest {
    private static final int ROWS = 5;

    @Block
    abstract static class Residual {
        @Dense(units = 2 * Block.WIDTH, activation = TANH)
        Layer wide;

        @Dense(units = Block.WIDTH)
        Layer back;

        @Add
        @From({"input", "back"})
        Layer sum;
    }

    @Network(input = 4)
    @Regressor(outputs = 3)
    @Sgd
    @L2(0.1)
    abstract static class Repeated {
        @Dense(units = 6, activation = TANH)
        Layer stem;

        @Repeat(2)
        Residual stage;

        @Dense(units = 3)
        Layer out;
    }

    @Block
    abstract static class Tower {
        @Dense(units = 5)
        @BatchNorm
        Layer hidden;

        @Dense(units = 4, activation = TANH)
        Layer code;
    }

    @Network(input = 4)
    @Regressor(outputs = 3)
    @Sgd
    @L2(0.1)
    abstract static class Shared {
        @Dense(units = 4, activation = TANH)
        Layer one;

        @Dense(units = 4, activation = TANH)
        Layer other;

        @From("one")
        Tower left;

        @SharesWeightsOf("left")
        @From("other")
        Tower right;

        @Concat
        @From({"left", "right"})
        Layer both;

        @Dense(units = 3)
        Layer out;
    }

    @Block
    abstract static class Normed {
        @Conv2D(filters = 2 * Block.WIDTH, kernel = 2)
        @GroupNorm(groups = Block.WIDTH / 2)
        @Activation(TANH)
        Layer conv;

        @SeparableConv2D(filters = Block.WIDTH, kernel = 1)
        @LayerNorm
        Layer layer;

        @RmsNorm
        Layer rms;
    }

    @Network(input = {3, 3, 4})
    @Regressor(outputs = 2)
    @Sgd
    abstract static class SharedNorms {
        @Activation(TANH)
        Layer one;

        @From("input")
        @MaxPool2D(pool = 2, strides = 1)
        Layer other;

        @From("one")
        Normed left;

        @SharesWeightsOf("left")
        @From("other")
        Normed right;

        @GlobalAvgPool2D
        @From("left")
        Layer large;

        @GlobalAvgPool2D
        @From("right")
        Layer small;

        @Concat
        @From({"large", "small"})
        Layer both;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = 4)
    @Regressor(outputs = 128)
    @Sgd
    abstract static class Masked {
        @Dense(units = 64, useBias = false)
        @Dropout(p = 0.5)
        Layer left;

        @SharesWeightsOf("left")
        @From("input")
        Layer right;

        @Concat
        @From({"left", "right"})
        Layer both;
    }

    @Test
    void throughRepetitions() {
        try (GradientCheck check = new GradientCheck(
                new BlockGradientTest_RepeatedTraining(BlockGradientTest_RepeatedHyperparameters.defaults()),
                ROWS,
                42)) {
            check.assertGradientsAreSlopes();
        }
    }

    @Test
    void ofWeightsThatAreUsedTwice() {
        try (GradientCheck check = new GradientCheck(
                new BlockGradientTest_SharedTraining(BlockGradientTest_SharedHyperparameters.defaults()), ROWS, 42)) {
            check.assertGradientsAreSlopes();
        }
    }

    /** Norms of a block whose two uses read images of different size: their weights are per channel. */
    @Test
    void ofNormsThatAreUsedTwice() {
        try (GradientCheck check = new GradientCheck(
                new BlockGradientTest_SharedNormsTraining(BlockGradientTest_SharedNormsHyperparameters.defaults()),
                ROWS,
                42)) {
            check.assertGradientsAreSlopes();
        }
    }

    /** Both uses give the same values and drop them by masks of their own: half of the places agree. */
    @Test
    void eachUseHasAMaskOfItsOwn() {
        int rows = 64;
        int width = 64;
        try (GradientCheck check = new GradientCheck(
                new BlockGradientTest_MaskedTraining(BlockGradientTest_MaskedHyperparameters.defaults()), rows, 42)) {
            float[] outputs = check.outputs();
            int keptTwice = 0;
            int keptOnce = 0;
            for (int row = 0; row < rows; row++) {
                for (int unit = 0; unit < width; unit++) {
                    float left = outputs[2 * width * row + unit];
                    float right = outputs[2 * width * row + width + unit];
                    if (left != 0 && right != 0) {
                        assertThat(left).isEqualTo(right);
                        keptTwice++;
                    } else if (left != 0 || right != 0) {
                        keptOnce++;
                    }
                }
            }
            // of 4096 places a quarter and a half, whose standard deviations are 28 and 32
            assertThat((double) keptTwice).isWithin(140).of(1024);
            assertThat((double) keptOnce).isWithin(160).of(2048);
        }
    }
}
