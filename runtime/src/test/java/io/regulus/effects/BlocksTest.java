package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.annotations.ActivationFunction.TANH;
import static io.regulus.annotations.Padding.SAME;
import static io.regulus.testing.Values.flat;
import static io.regulus.testing.Values.norm;
import static io.regulus.testing.Values.squares;

import io.regulus.annotations.Activation;
import io.regulus.annotations.Adam;
import io.regulus.annotations.AdamW;
import io.regulus.annotations.Add;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Block;
import io.regulus.annotations.Concat;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.ExcludeFromDecay;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.Freeze;
import io.regulus.annotations.From;
import io.regulus.annotations.GlobalAvgPool1D;
import io.regulus.annotations.Input;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.LearningRateFactor;
import io.regulus.annotations.MaxNorm;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Repeat;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.SharesWeightsOf;
import io.regulus.data.Dataset;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import io.regulus.train.BatchResult;
import org.junit.jupiter.api.Test;

/** Blocks and shared weights. */
class BlocksTest {
    private static final double L2 = 0.25;

    @Block
    abstract static class Residual {
        @Dense(units = 3 * Block.WIDTH / 2, activation = TANH)
        @Dropout(p = 0)
        Layer wide;

        @Dense(units = Block.WIDTH)
        Layer back;

        @Add
        @From({"input", "back"})
        Layer sum;
    }

    /** A residual stage as it is fine-tuned: each of these falls on the layers of its block that have weights. */
    @Network(input = 4)
    @Regressor
    @Adam(learningRate = 0.1)
    abstract static class Tuned {
        @Freeze
        @Repeat(2)
        Residual frozen;

        @LearningRateFactor(1e-6)
        @Repeat(2)
        Residual slow;

        @MaxNorm(0.5)
        Residual held;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = 4)
    @Regressor
    @AdamW(weightDecay = 0.1)
    abstract static class Stages {
        @L2(L2)
        @Repeat(2)
        Residual stage1;

        @Dense(units = 6, activation = TANH)
        Layer between;

        @ExcludeFromDecay
        Residual stage2;

        @Dense(units = 1)
        Layer out;
    }

    @Block
    abstract static class Half {
        @Conv2D(filters = Block.WIDTH / 2, kernel = 3, padding = SAME)
        @BatchNorm
        @Activation(TANH)
        Layer conv;
    }

    @Network(input = {4, 4, 8})
    @Regressor
    @Sgd
    abstract static class Narrowing {
        @Repeat(3)
        Half stage;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = 4)
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.5)
    @L2(L2)
    abstract static class Twice {
        @Dense(units = 2)
        Layer left;

        @SharesWeightsOf("left")
        @From("input")
        Layer right;

        @Add
        @From({"left", "right"})
        Layer out;
    }

    @Network(input = 4)
    @Regressor(outputs = 4)
    @Sgd(learningRate = 1e-9)
    abstract static class SharedNorm {
        @Flatten
        Layer row;

        @BatchNorm(momentum = 0.25)
        @From("row")
        Layer left;

        @Activation(TANH)
        @From("row")
        Layer other;

        @SharesWeightsOf("left")
        Layer right;

        @Add
        @From({"left", "right"})
        Layer out;
    }

    @Network
    @Regressor(outputs = 6)
    @Sgd(learningRate = 0.5)
    abstract static class SharedTable {
        @Input(
                shape = {3},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 7, units = 2)
        @Flatten
        Layer left;

        @SharesWeightsOf("left")
        @From("words")
        Layer right;

        @Activation(TANH)
        Layer squashed;

        @Add
        @From({"left", "squashed"})
        Layer out;
    }

    @Network
    @Regressor(outputs = 6)
    @Adam(learningRate = 0.01)
    abstract static class SharedTableUnderAdam {
        @Input(
                shape = {3},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 7, units = 2)
        @Flatten
        Layer left;

        @SharesWeightsOf("left")
        @From("words")
        Layer right;

        @Add
        @From({"left", "right"})
        Layer out;
    }

    /** Reads the ids as ids, with their mask, and as numbers; its layers have the names that the parameters of its method would have. */
    @Block
    abstract static class Reader {
        @Embedding(vocabulary = 7, units = 2, maskZero = true)
        Layer ids;

        @GlobalAvgPool1D
        Layer mask;

        @From("input")
        @Dense(units = Block.WIDTH)
        Layer numbers;

        @Concat
        @From({"mask", "numbers"})
        Layer both;
    }

    @Network
    @Regressor
    @Sgd
    abstract static class ReadsIds {
        @Input(
                shape = {3},
                type = DataType.INT32,
                scale = 0.5)
        Layer words;

        Reader reader;

        @Dense(units = 1)
        Layer out;
    }

    @Test
    void everyRepetitionHasWeightsOfItsOwn() {
        try (BlocksTest_StagesModel model = BlocksTest_StagesModel.create()) {
            assertThat(model.weights().names())
                    .containsExactly(
                            "stage1/0/wide/kernel",
                            "stage1/0/wide/bias",
                            "stage1/0/back/kernel",
                            "stage1/0/back/bias",
                            "stage1/1/wide/kernel",
                            "stage1/1/wide/bias",
                            "stage1/1/back/kernel",
                            "stage1/1/back/bias",
                            "between/kernel",
                            "between/bias",
                            "stage2/wide/kernel",
                            "stage2/wide/bias",
                            "stage2/back/kernel",
                            "stage2/back/bias",
                            "out/kernel",
                            "out/bias")
                    .inOrder();
            assertThat(model.weights().get("stage1/0/wide/kernel"))
                    .isNotEqualTo(model.weights().get("stage1/1/wide/kernel"));
            assertThat(model.layers().stage1_1_back().kernel().name()).isEqualTo("stage1/1/back/kernel");
        }
    }

    @Test
    void theWidthIsThatOfWhatEachRepetitionReads() {
        try (BlocksTest_StagesModel stages = BlocksTest_StagesModel.create();
                BlocksTest_NarrowingModel narrowing = BlocksTest_NarrowingModel.create()) {
            assertThat(stages.weights().get("stage1/1/wide/kernel")).hasLength(4 * 6);
            assertThat(stages.weights().get("stage2/wide/kernel")).hasLength(6 * 9);
            assertThat(stages.weights().get("stage2/back/kernel")).hasLength(9 * 6);
            assertThat(narrowing.weights().get("stage/0/conv/kernel")).hasLength(9 * 8 * 4);
            assertThat(narrowing.weights().get("stage/1/conv/kernel")).hasLength(9 * 4 * 2);
            assertThat(narrowing.weights().get("stage/2/conv/kernel")).hasLength(9 * 2);
            assertThat(narrowing.weights().get("stage/2/conv/mean")).hasLength(1);
        }
    }

    @Test
    void repetitionsHaveTheirNumbersInCommon() {
        assertThat(BlocksTest_StagesHyperparameters.defaults().toMap().keySet())
                .containsAtLeast("stage1.l2", "stage1_wide.dropout", "stage2_wide.dropout");
        assertThat(BlocksTest_StagesHyperparameters.defaults()
                        .withStage1_wide(numbers -> numbers.withDropout(0.5))
                        .stage1_wide()
                        .dropout())
                .isEqualTo(0.5);
    }

    /** What stands on the field of a block falls on its layers: the penalty in the loss, and no decay of what is excluded. */
    @Test
    void whatStandsOnTheFieldFallsOnTheLayersThatItFits() {
        try (BlocksTest_TunedModel model = BlocksTest_TunedModel.create()) {
            Weights before = model.weights();
            Dataset data = Samples.valued(16, 4, 1, 3);
            for (int step = 0; step < 5; step++) {
                model.trainOnBatch(data);
            }
            Weights after = model.weights();
            for (String name : before.names()) {
                float[] was = before.get(name);
                if (name.startsWith("frozen/")) {
                    assertThat(after.get(name)).isEqualTo(was);
                } else if (name.startsWith("slow/")) {
                    assertThat(after.get(name)).usingTolerance(1e-5).containsExactly(was);
                    assertThat(after.get(name)).isNotEqualTo(was);
                } else if (name.startsWith("held/") && name.endsWith("/kernel")) {
                    assertHeld(after.get(name), name.contains("wide") ? 6 : 4);
                }
            }
        }
        assertThat(BlocksTest_TunedHyperparameters.defaults().toMap().keySet())
                .containsAtLeast(
                        "slow_wide.learningRateFactor",
                        "slow_back.learningRateFactor",
                        "held_wide.maxNorm",
                        "held_back.maxNorm");
    }

    /** The norm into each unit is at most 0.5, and that of one is 0.5: kernels start larger. */
    private static void assertHeld(float[] kernel, int units) {
        double largest = 0;
        for (int unit = 0; unit < units; unit++) {
            largest = Math.max(largest, norm(kernel, unit, units));
        }
        assertThat(largest).isWithin(1e-5).of(0.5);
    }

    @Test
    void aPenaltyOnTheFieldFallsOnTheKernelsOfItsBlock() {
        try (BlocksTest_StagesModel model = BlocksTest_StagesModel.create()) {
            Weights start = model.weights();
            double squares = 0;
            for (String name : start.names()) {
                if (name.startsWith("stage1/") && name.endsWith("/kernel")) {
                    squares += squares(start.get(name));
                }
            }
            double penalty = model.trainOnBatch(Samples.valued(8, 4, 1, 3)).penalty();
            assertThat(penalty).isWithin(1e-5 * penalty).of(L2 * squares);
            String summary = model.summary();
            assertThat(summary).contains("stage1/1/back");
            assertThat(line(summary, "between ")).contains("yes");
            assertThat(line(summary, "stage2/wide ")).doesNotContain("yes");
        }
    }

    private static String line(String text, String start) {
        return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    /** y = 2 (x W + b): the step is that of the sum of both gradients, and the penalty counts once. */
    @Test
    void theGradientsOfBothUsesAddUp() {
        Dataset batch = Samples.valued(8, 4, 2, 5);
        try (BlocksTest_TwiceModel model = BlocksTest_TwiceModel.create()) {
            assertThat(model.weights().names()).containsExactly("left/kernel", "left/bias");
            Weights start = model.weights();
            float[] kernel = start.get("left/kernel");
            float[][] x = Samples.rows(8, 4, 5);
            float[] expected = kernel.clone();
            float[][] outputs = model.predict(batch);
            float[][] y = Samples.rows(8, 2, 6); // the targets of the batch
            for (int input = 0; input < 4; input++) {
                for (int unit = 0; unit < 2; unit++) {
                    double gradient = 2 * L2 * kernel[2 * input + unit];
                    for (int row = 0; row < 8; row++) {
                        double output = 0;
                        for (int k = 0; k < 4; k++) {
                            output += 2 * x[row][k] * kernel[2 * k + unit];
                        }
                        assertThat((double) outputs[row][unit]).isWithin(1e-5).of(output);
                        // mean over 16 values of squared errors, each use giving x
                        gradient += 2 * (output - y[row][unit]) / 16 * 2 * x[row][input];
                    }
                    expected[2 * input + unit] -= (float) (0.5 * gradient);
                }
            }
            BatchResult result = model.trainOnBatch(batch);
            assertThat(result.penalty()).isWithin(1e-5).of(L2 * squares(kernel));
            float[] after = model.weights().get("left/kernel");
            for (int i = 0; i < after.length; i++) {
                assertThat(after[i]).isWithin(1e-5f).of(expected[i]);
            }
        }
    }

    /** m = k (k m + (1 - k) first) + (1 - k) second, as when a layer of Keras is called twice. */
    @Test
    void sharedStatisticsFollowBothBatchesOneAfterTheOther() {
        float[][] x = Samples.rows(8, 4, 7);
        try (BlocksTest_SharedNormModel model = BlocksTest_SharedNormModel.create()) {
            model.trainOnBatch(Dataset.of(x, Samples.rows(8, 4, 8)));
            float[] mean = model.weights().get("left/mean");
            float[] variance = model.weights().get("left/variance");
            for (int unit = 0; unit < 4; unit++) {
                double first = 0;
                double second = 0;
                double firstSquares = 0;
                double secondSquares = 0;
                for (float[] row : x) {
                    double squashed = Math.tanh(row[unit]);
                    first += row[unit] / 8;
                    second += squashed / 8;
                    firstSquares += row[unit] * row[unit] / 8.0;
                    secondSquares += squashed * squashed / 8;
                }
                assertThat((double) mean[unit]).isWithin(1e-5).of(0.25 * 0.75 * first + 0.75 * second);
                double expected = 0.25 * (0.25 + 0.75 * (firstSquares - first * first))
                        + 0.75 * (secondSquares - second * second);
                assertThat((double) variance[unit]).isWithin(1e-5).of(expected);
            }
        }
    }

    /** Each row of the table moves once, by the gradients of every place in both uses; rows that were not read stay. */
    @Test
    void theRowsOfASharedTableMoveOnceByTheSumOfBothUses() {
        int[][] ids = {{6, 0, 6}, {1, 6, 3}};
        float[][] targets = Samples.rows(2, 6, 3);
        try (BlocksTest_SharedTableModel model = BlocksTest_SharedTableModel.create()) {
            assertThat(model.weights().names()).containsExactly("left/embedding");
            float[] table = Samples.normal(14, 4);
            model.setWeights(model.weights().with("left/embedding", table));
            double[] expected = new double[14];
            for (int i = 0; i < 14; i++) {
                expected[i] = table[i];
            }
            for (int row = 0; row < 2; row++) {
                for (int i = 0; i < 6; i++) {
                    int place = 2 * ids[row][i / 2] + i % 2;
                    double squashed = Math.tanh(table[place]);
                    double slope = 2 * (table[place] + squashed - targets[row][i]) / 12;
                    expected[place] -= 0.5 * slope * (1 + 1 - squashed * squashed);
                }
            }
            model.trainOnBatch(Dataset.ofInts(ids).withValues(flat(targets), 6));
            float[] after = model.weights().get("left/embedding");
            for (int i = 0; i < 14; i++) {
                assertThat((double) after[i]).isWithin(1e-5).of(expected[i]);
            }
            for (int unread : new int[] {2, 4, 5}) {
                assertThat(after[2 * unread]).isEqualTo(table[2 * unread]);
                assertThat(after[2 * unread + 1]).isEqualTo(table[2 * unread + 1]);
            }
        }
    }

    /** Adam's first step is the learning rate, whatever the gradient: twice that would be an update per use. */
    @Test
    void anUpdateOfASharedTableIsOne() {
        int[][] ids = {{6, 0, 6}, {1, 6, 3}};
        try (BlocksTest_SharedTableUnderAdamModel model = BlocksTest_SharedTableUnderAdamModel.create()) {
            float[] before = model.weights().get("left/embedding");
            model.trainOnBatch(Dataset.ofInts(ids).withValues(flat(Samples.rows(2, 6, 3)), 6));
            float[] after = model.weights().get("left/embedding");
            for (int id = 0; id < 7; id++) {
                boolean read = id == 6 || id == 0 || id == 1 || id == 3;
                for (int unit = 0; unit < 2; unit++) {
                    assertThat(Math.abs(after[2 * id + unit] - before[2 * id + unit]))
                            .isWithin(1e-4f)
                            .of(read ? 0.01f : 0);
                }
            }
        }
    }

    @Test
    void aBlockReadsIdsBothAsIdsAndAsNumbers() {
        try (BlocksTest_ReadsIdsModel model = BlocksTest_ReadsIdsModel.create()) {
            Weights weights = model.weights();
            assertThat(weights.names())
                    .containsExactly(
                            "reader/ids/embedding",
                            "reader/numbers/kernel",
                            "reader/numbers/bias",
                            "out/kernel",
                            "out/bias");
            float[] table = weights.get("reader/ids/embedding");
            float[] kernel = weights.get("reader/numbers/kernel");
            float[] out = weights.get("out/kernel");
            assertThat(kernel).hasLength(3 * 3); // the width is that of the row of ids
            int[] ids = {2, 0, 5};
            double expected = 0;
            for (int unit = 0; unit < 2; unit++) {
                expected += (table[2 * 2 + unit] + table[2 * 5 + unit]) / 2 * out[unit]; // id 0 is padding
            }
            for (int unit = 0; unit < 3; unit++) {
                for (int i = 0; i < 3; i++) {
                    expected += 0.5 * ids[i] * kernel[3 * i + unit] * out[2 + unit];
                }
            }
            assertThat((double) model.predict(new int[][] {ids})[0])
                    .isWithin(1e-5)
                    .of(expected);
        }
    }
}
