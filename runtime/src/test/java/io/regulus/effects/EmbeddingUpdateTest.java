package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.annotations.Adagrad;
import io.regulus.annotations.Adam;
import io.regulus.annotations.AdamW;
import io.regulus.annotations.ClipByGlobalNorm;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.Input;
import io.regulus.annotations.L1;
import io.regulus.annotations.L2;
import io.regulus.annotations.Lamb;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Lion;
import io.regulus.annotations.Network;
import io.regulus.annotations.On;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.RmsProp;
import io.regulus.annotations.Sgd;
import io.regulus.data.Dataset;
import io.regulus.engine.NonFiniteException;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A step changes the rows of a table that it has read and no others. The output of these networks is the rows themselves, so
 * that with the mean squared error the gradient of a row is the sum of (row - target) / 3 over its places, for one example.
 */
class EmbeddingUpdateTest {
    private static final int UNITS = 2;
    private static final String TABLE = "rows/embedding";

    @Network
    @Regressor(outputs = 6)
    @Sgd(learningRate = 0.3)
    abstract static class Descent {
        @Input(
                shape = {3},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 7, units = 2)
        @Flatten
        Layer rows;
    }

    @Network
    @Regressor(outputs = 6)
    @Sgd(learningRate = 0.3, momentum = 0.9)
    abstract static class Momentum {
        @Input(
                shape = {3},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 7, units = 2)
        @Flatten
        Layer rows;
    }

    @Network
    @Regressor(outputs = 6)
    @Adam(learningRate = 0.1)
    abstract static class LazyAdam {
        @Input(
                shape = {3},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 7, units = 2)
        @Flatten
        Layer rows;
    }

    @Network
    @Regressor(outputs = 6)
    @AdamW(learningRate = 0.1, weightDecay = 0.01, decayOn = On.ALL)
    abstract static class Decayed {
        @Input(
                shape = {3},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 7, units = 2)
        @Flatten
        Layer rows;
    }

    @Network
    @Regressor(outputs = 6)
    @RmsProp(learningRate = 0.1, momentum = 0.9, centered = true)
    abstract static class Centered {
        @Input(
                shape = {3},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 7, units = 2)
        @Flatten
        Layer rows;
    }

    @Network
    @Regressor(outputs = 6)
    @Lion(learningRate = 0.1, weightDecay = 0.3, decayOn = On.ALL)
    abstract static class LazyLion {
        @Input(
                shape = {3},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 7, units = 2)
        @Flatten
        Layer rows;
    }

    @Network
    @Regressor(outputs = 6)
    @Lamb(learningRate = 0.1, weightDecay = 0.3, decayOn = On.ALL)
    abstract static class LazyLamb {
        @Input(
                shape = {3},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 7, units = 2)
        @Flatten
        Layer rows;
    }

    @Network
    @Regressor(outputs = 6)
    @Adam(learningRate = 0.1, amsgrad = true)
    abstract static class Amsgrad {
        @Input(
                shape = {3},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 7, units = 2)
        @Flatten
        Layer rows;
    }

    @Network
    @Regressor(outputs = 6)
    @Adagrad(learningRate = 0.1)
    abstract static class LazyAdagrad {
        @Input(
                shape = {3},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 7, units = 2)
        @Flatten
        Layer rows;
    }

    @Network
    @Regressor(outputs = 6)
    @Sgd(learningRate = 0.3)
    @ClipByGlobalNorm(0.05)
    abstract static class Penalised {
        @Input(
                shape = {3},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 7, units = 2)
        @Flatten
        @L2(value = 0.1, on = On.EMBEDDING)
        Layer rows;
    }

    @Network
    @Regressor(outputs = 6)
    @Sgd(learningRate = 0.3)
    abstract static class Softened {
        @Input(
                shape = {3},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 7, units = 2)
        @Flatten
        @L1(value = 0.1, proximal = true, on = On.EMBEDDING)
        Layer rows;
    }

    /** A rate of 24 takes a row to its target in one step, for the slope is 2 / 48 of the difference. */
    @Network
    @Regressor(outputs = 48)
    @Sgd(learningRate = 24)
    abstract static class Large {
        @Input(
                shape = {3},
                type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 200_000, units = 16)
        @Flatten
        @L2(value = 1e-6, on = On.EMBEDDING)
        Layer rows;
    }

    static Stream<Named<Supplier<Model>>> models() {
        return Stream.of(
                Named.of("descent", EmbeddingUpdateTest_DescentModel::create),
                Named.of("momentum", EmbeddingUpdateTest_MomentumModel::create),
                Named.of("adam", EmbeddingUpdateTest_LazyAdamModel::create),
                Named.of("decay", EmbeddingUpdateTest_DecayedModel::create),
                Named.of("rmsprop", EmbeddingUpdateTest_CenteredModel::create),
                Named.of("lion", EmbeddingUpdateTest_LazyLionModel::create),
                Named.of("lamb", EmbeddingUpdateTest_LazyLambModel::create),
                Named.of("amsgrad", EmbeddingUpdateTest_AmsgradModel::create),
                Named.of("adagrad", EmbeddingUpdateTest_LazyAdagradModel::create),
                Named.of("penalty and clipping", EmbeddingUpdateTest_PenalisedModel::create),
                Named.of("proximal", EmbeddingUpdateTest_SoftenedModel::create));
    }

    private static Dataset batch(int seed, int[]... ids) {
        return Dataset.ofInts(ids).withValues(Samples.normal(ids.length * 6, seed), 6);
    }

    private static void start(Model model) {
        model.setWeights(model.weights().with(TABLE, Samples.normal(14, 9)));
    }

    /** Ids whose row of a variable of the table's shape differs. */
    private static Set<Integer> changed(String before, String after) {
        int digits = 8 * UNITS;
        Set<Integer> changed = new TreeSet<>();
        for (int id = 0; id < before.length() / digits; id++) {
            if (!before.regionMatches(id * digits, after, id * digits, digits)) {
                changed.add(id);
            }
        }
        return changed;
    }

    @ParameterizedTest
    @MethodSource("models")
    void aStepChangesTheRowsThatItReads(Supplier<Model> create) {
        try (Model model = create.get()) {
            start(model);
            // state of every row, so that one that is let decay shows
            model.trainOnBatch(batch(1, new int[] {0, 1, 2}, new int[] {3, 4, 5}, new int[] {6, 6, 6}));
            Map<String, String> before = SavedState.of(model).bits();
            model.trainOnBatch(batch(2, new int[] {5, 2, 5}, new int[] {2, 2, 0}));
            Map<String, String> after = SavedState.of(model).bits();
            before.forEach((name, bits) -> {
                if (name.startsWith(TABLE)) {
                    assertWithMessage(name).that(changed(bits, after.get(name))).containsExactly(0, 2, 5);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void equalRunsAreEqual(Supplier<Model> create) {
        try (Model one = create.get();
                Model other = create.get()) {
            for (Model model : new Model[] {one, other}) {
                start(model);
                for (int step = 0; step < 5; step++) {
                    model.trainOnBatch(batch(step, new int[] {step, 1, 1}, new int[] {1, 6, step}));
                }
            }
            SavedState.of(one).assertStateOf(other);
        }
    }

    @Test
    void placesOfTheSameIdAddUp() {
        try (Model model = EmbeddingUpdateTest_DescentModel.create()) {
            start(model);
            float[] table = Samples.normal(14, 9);
            float[] targets = Samples.normal(6, 3);
            model.trainOnBatch(batch(3, new int[] {4, 1, 4}));
            float[] after = model.weights().get(TABLE);
            for (int unit = 0; unit < UNITS; unit++) {
                double four = (2 * table[8 + unit] - targets[unit] - targets[4 + unit]) / 3.0;
                double one = (table[2 + unit] - targets[2 + unit]) / 3.0;
                assertThat(after[8 + unit]).isWithin(1e-6f).of((float) (table[8 + unit] - 0.3 * four));
                assertThat(after[2 + unit]).isWithin(1e-6f).of((float) (table[2 + unit] - 0.3 * one));
            }
        }
    }

    /** Row 0 is read in steps 1 and 4: its m and v decay twice, its bias correction counts four steps. */
    @Test
    void adamIsLazy() {
        int[][] steps = {{0, 1, 2}, {3, 1, 2}, {3, 1, 2}, {0, 1, 2}};
        double w = Samples.normal(14, 9)[0];
        double m = 0;
        double v = 0;
        try (Model model = EmbeddingUpdateTest_LazyAdamModel.create()) {
            start(model);
            for (int step = 1; step <= 4; step++) {
                model.trainOnBatch(batch(step, steps[step - 1]));
                if (steps[step - 1][0] == 0) {
                    double g = (w - Samples.normal(6, step)[0]) / 3;
                    m = 0.9 * m + 0.1 * g;
                    v = 0.999 * v + 0.001 * g * g;
                    double rate = 0.1 * Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step));
                    w -= rate * m / (Math.sqrt(v) + 1e-7);
                }
                assertWithMessage("step " + step)
                        .that(model.weights().get(TABLE)[0])
                        .isWithin(2e-5f)
                        .of((float) w);
            }
        }
    }

    /** In step 1 Adam's direction is the sign of the gradient; rows 1 and 4, each of two values, are what the norms are taken over. */
    @Test
    void lambScalesByTheRowsThatAreRead() {
        try (Model model = EmbeddingUpdateTest_LazyLambModel.create()) {
            start(model);
            float[] before = Samples.normal(14, 9);
            model.trainOnBatch(batch(3, new int[] {4, 1, 4}));
            float[] after = model.weights().get(TABLE);
            float[] targets = Samples.normal(6, 3);
            double[] w = {before[8], before[9], before[2], before[3]};
            double[] goals = {targets[0] + targets[4], targets[1] + targets[5], targets[2], targets[3]};
            double[] r = new double[4];
            double ofWeight = 0;
            double ofStep = 0;
            for (int i = 0; i < 4; i++) {
                r[i] = Math.signum((i < 2 ? 2 : 1) * w[i] - goals[i]) + 0.3 * w[i];
                ofWeight += w[i] * w[i];
                ofStep += r[i] * r[i];
            }
            double rate = 0.1 * Math.sqrt(ofWeight / ofStep);
            int[] places = {8, 9, 2, 3};
            for (int i = 0; i < 4; i++) {
                assertThat(after[places[i]]).isWithin(2e-6f).of((float) (w[i] - rate * r[i]));
            }
        }
    }

    /** The gradient of places and penalty together is cut to a norm of 0.05. */
    @Test
    void theGlobalNormIsThatOfTheSums() {
        try (Model model = EmbeddingUpdateTest_PenalisedModel.create()) {
            start(model);
            float[] before = Samples.normal(14, 9);
            model.trainOnBatch(batch(3, new int[] {4, 1, 4}));
            float[] after = model.weights().get(TABLE);
            float[] targets = Samples.normal(6, 3);
            double[] gradient = new double[4];
            for (int unit = 0; unit < UNITS; unit++) {
                gradient[unit] =
                        (2 * before[8 + unit] - targets[unit] - targets[4 + unit]) / 3.0 + 0.2 * before[8 + unit];
                gradient[2 + unit] = (before[2 + unit] - targets[2 + unit]) / 3.0 + 0.2 * before[2 + unit];
            }
            double norm = 0;
            for (double value : gradient) {
                norm += value * value;
            }
            double scale = 0.3 * 0.05 / Math.sqrt(norm);
            for (int unit = 0; unit < UNITS; unit++) {
                assertThat(before[8 + unit] - after[8 + unit]).isWithin(1e-6f).of((float) (scale * gradient[unit]));
                assertThat(before[2 + unit] - after[2 + unit]).isWithin(1e-6f).of((float) (scale * gradient[2 + unit]));
            }
        }
    }

    @Test
    void thePenaltyReportedIsThatOfTheWholeTable() {
        try (Model model = EmbeddingUpdateTest_PenalisedModel.create()) {
            start(model);
            double sum = 0;
            for (float value : Samples.normal(14, 9)) {
                sum += 0.1 * value * value;
            }
            assertThat(model.trainOnBatch(batch(3, new int[] {4, 1, 4})).penalty())
                    .isWithin(1e-5)
                    .of(sum);
        }
    }

    /** Rows go from 0 to 1000 and back, 48 values of them. A read of the table in the step itself, on many threads, sees some of that. */
    @Test
    void thePenaltyIsThatBeforeTheStep() {
        float[] far = new float[48];
        Arrays.fill(far, 1000);
        try (Model model =
                EmbeddingUpdateTest_LargeModel.create(Settings.defaults().withThreads(1, 8))) {
            model.setWeights(model.weights().with(TABLE, new float[200_000 * 16]));
            for (int step = 0; step < 60; step++) {
                Dataset batch = Dataset.ofInts(new int[][] {{7, 70_000, 199_999}})
                        .withValues(step % 2 == 0 ? far : new float[48], 48);
                assertWithMessage("step " + step)
                        .that(model.trainOnBatch(batch).penalty())
                        .isWithin(0.1)
                        .of(step % 2 == 0 ? 0 : 1e-6 * 48 * 1000 * 1000);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aStepThatIsNotFiniteChangesNothing(Supplier<Model> create) {
        try (Model model = create.get()) {
            start(model);
            model.trainOnBatch(batch(1, new int[] {0, 1, 2}));
            SavedState before = SavedState.of(model);
            Dataset bad =
                    Dataset.ofInts(new int[][] {{0, 1, 1}}).withValues(new float[] {1, 1, 1, Float.MAX_VALUE, 1, 1}, 6);
            Assertions.assertThrows(NonFiniteException.class, () -> model.trainOnBatch(bad));
            before.assertStateOf(model);
        }
    }
}
