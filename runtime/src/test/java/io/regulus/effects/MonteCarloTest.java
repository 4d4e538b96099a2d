package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.data.Dataset;
import io.regulus.effects.MonteCarloModels.Dot;
import io.regulus.effects.MonteCarloModels.Flat;
import io.regulus.engine.BatchBuffer;
import io.regulus.engine.Engine;
import io.regulus.engine.NetworkPlan;
import io.regulus.engine.NetworkState;
import io.regulus.engine.Settings;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import io.regulus.train.Fit;
import io.regulus.train.MonteCarlo;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Predictions with noise on: what is drawn for a row in a pass, mean and spread, and that nothing else of training happens. */
class MonteCarloTest {
    private static final int ROWS = 600;
    private static final int BITS = 8;

    private static MonteCarloModels_BitsModel bits(long seed) {
        MonteCarloModels_BitsModel model =
                MonteCarloModels_BitsModel.create(Settings.defaults().withSeed(seed));
        return reset(model);
    }

    private static MonteCarloModels_BitsModel reset(MonteCarloModels_BitsModel model) {
        model.setWeights(
                model.weights().with("out/kernel", 1, 2, 4, 8, 16, 32, 64, 128).with("out/bias", 0));
        return model;
    }

    private static float[][] ones(int rows) {
        float[][] ones = new float[rows][BITS];
        for (float[] row : ones) {
            Arrays.fill(row, 1);
        }
        return ones;
    }

    /** What a pass, counted from 1, says of each row: of whole numbers the means tell it. */
    private static int[] masks(MonteCarloModels_BitsModel model, int pass, int rows) {
        float[] upTo = model.monteCarlo(ones(rows), pass).mean();
        float[] before = pass == 1
                ? new float[rows]
                : model.monteCarlo(ones(rows), pass - 1).mean();
        int[] masks = new int[rows];
        for (int row = 0; row < rows; row++) {
            double said = (double) pass * upTo[row] - (pass - 1.0) * before[row];
            masks[row] = (int) Math.round(said / 2);
            assertThat(said / 2).isWithin(1e-3).of(masks[row]);
            assertThat(masks[row]).isAtLeast(0);
            assertThat(masks[row]).isLessThan(1 << BITS);
        }
        return masks;
    }

    @Test
    void eachPassDropsForEachRowByItself() {
        try (MonteCarloModels_BitsModel model = bits(5)) {
            int[] first = masks(model, 1, ROWS);
            int[] second = masks(model, 2, ROWS);
            int[] third = masks(model, 3, ROWS);
            int n = ROWS * BITS;
            for (int[] masks : List.of(first, second, third)) {
                assertHalf(Arrays.stream(masks).map(Integer::bitCount).sum(), n);
                // bits that differ from those of the row before
                int changed = 0;
                for (int row = 1; row < ROWS; row++) {
                    changed += Integer.bitCount(masks[row] ^ masks[row - 1]);
                }
                assertHalf(changed, n - BITS);
            }
            assertHalf(differing(first, second), n);
            assertHalf(differing(second, third), n);
            assertHalf(differing(first, third), n);
        }
    }

    private static int differing(int[] masks, int... others) {
        int differing = 0;
        for (int row = 0; row < masks.length; row++) {
            differing += Integer.bitCount(masks[row] ^ others[row]);
        }
        return differing;
    }

    private static void assertHalf(int count, int n) {
        assertThat(count / (double) n).isWithin(4.5 * 0.5 / Math.sqrt(n)).of(0.5);
    }

    @Test
    void meanAndSpreadAreThoseOfThePasses() {
        try (MonteCarloModels_BitsModel model = bits(5)) {
            int passes = 5;
            int[][] masks = new int[passes][];
            for (int pass = 0; pass < passes; pass++) {
                masks[pass] = masks(model, pass + 1, ROWS);
            }
            MonteCarlo<float[]> one = model.monteCarlo(ones(ROWS), 1);
            MonteCarlo<float[]> all = model.monteCarlo(ones(ROWS), passes);
            for (int row = 0; row < ROWS; row++) {
                assertThat(one.mean()[row]).isEqualTo(2 * masks[0][row]);
                assertThat(one.spread()[row]).isEqualTo(0);
                double mean = 0;
                double squares = 0;
                for (int[] pass : masks) {
                    mean += 2.0 * pass[row] / passes;
                    squares += 4.0 * pass[row] * pass[row] / passes;
                }
                assertThat(all.mean()[row]).isWithin(1e-3f).of((float) mean);
                assertThat(all.spread()[row]).isWithin(1e-2f).of((float) Math.sqrt(squares - mean * mean));
            }
        }
    }

    @Test
    void aRowDrawsByItsNumberInBatchesOfAnySize() {
        NetworkPlan plan = new MonteCarloModels_BitsTraining(MonteCarloModels_BitsHyperparameters.defaults());
        try (MonteCarloModels_BitsModel model = bits(5);
                Engine engine = Engine.of(plan, Settings.defaults().withSeed(5))) {
            engine.state()
                    .writeVariables(Map.of(
                            "out/kernel", bytes(1, 2, 4, 8, 16, 32, 64, 128),
                            "out/bias", bytes(0)));
            float[] said = model.monteCarlo(ones(ROWS), 1).mean();
            for (int size : new int[] {1, 7, 100, 256, ROWS}) {
                assertWithMessage("batches of " + size)
                        .that(sample(engine, size))
                        .isEqualTo(said);
            }
        }
    }

    private static byte[] bytes(float... values) {
        byte[] bytes = new byte[values.length * Float.BYTES];
        NetworkState.bytes(bytes).asFloatBuffer().put(values);
        return bytes;
    }

    /** What the first pass says of rows of ones in batches of a size. */
    private static float[] sample(Engine engine, int size) {
        Dataset data = Dataset.of(ones(ROWS));
        int[] order = IntStream.range(0, ROWS).toArray();
        float[] said = new float[ROWS];
        for (int from = 0; from < ROWS; from += size) {
            int rows = Math.min(size, ROWS - from);
            try (BatchBuffer batch = engine.buffer(data, rows)) {
                batch.loadFeatures(data, order, from);
                batch.place(from, ROWS, true);
                engine.inference().sample(batch, 0);
                System.arraycopy(batch.outputs(0), 0, said, from, rows);
            }
        }
        return said;
    }

    @Test
    void moreRowsChangeNothingOfThoseBefore() {
        try (MonteCarloModels_BitsModel model = bits(5)) {
            MonteCarlo<float[]> all = model.monteCarlo(ones(ROWS), 3);
            for (int rows : new int[] {1, 2, 100, 256, 257, 513}) {
                MonteCarlo<float[]> some = model.monteCarlo(ones(rows), 3);
                assertThat(some.mean()).isEqualTo(Arrays.copyOf(all.mean(), rows));
                assertThat(some.spread()).isEqualTo(Arrays.copyOf(all.spread(), rows));
            }
            MonteCarlo<float[]> data = model.monteCarlo(Dataset.of(ones(ROWS)), 3);
            assertThat(data.mean()).isEqualTo(all.mean());
            assertThat(data.spread()).isEqualTo(all.spread());
        }
    }

    @Test
    void otherCallsAndStepsChangeNothing(@TempDir Path folder) {
        try (MonteCarloModels_BitsModel model = bits(5);
                MonteCarloModels_BitsModel same = bits(5);
                MonteCarloModels_BitsModel other = bits(6)) {
            float[] first = model.monteCarlo(ones(50), 2).mean();
            model.predict(ones(7));
            model.monteCarlo(ones(300), 9);
            model.trainOnBatch(Dataset.of(ones(20), Samples.rows(20, 1, 3)));
            reset(model);
            assertThat(model.monteCarlo(ones(50), 2).mean()).isEqualTo(first);
            assertThat(same.monteCarlo(ones(50), 2).mean()).isEqualTo(first);
            assertThat(other.monteCarlo(ones(50), 2).mean()).isNotEqualTo(first);
            model.save(folder.resolve("saved"));
            try (MonteCarloModels_BitsModel loaded = MonteCarloModels_BitsModel.load(folder.resolve("saved"))) {
                assertThat(loaded.monteCarlo(ones(50), 2).mean()).isEqualTo(first);
            }
        }
    }

    /** The first step of training and the first pass are both number 0. */
    @Test
    void passesDoNotDrawWhatTrainingDraws() {
        try (MonteCarloModels_BitsModel model = bits(5)) {
            int[] passes = masks(model, 1, 1);
            int[] next = masks(model, 2, 1);
            float[] before = model.weights().get("out/kernel");
            model.trainOnBatch(Dataset.of(ones(1), new float[][] {{1e6f}}));
            float[] after = model.weights().get("out/kernel");
            int trained = 0;
            for (int i = 0; i < BITS; i++) {
                trained |= after[i] != before[i] ? 1 << i : 0;
            }
            assertThat(trained).isNotEqualTo(passes[0]);
            assertThat(trained).isNotEqualTo(next[0]);
        }
    }

    /** Of y = sum(w x m / (1 - p)) + b the mean is wx + b, and the variance the sum of (w x)^2 p / (1 - p). */
    @Test
    void aLinearNetworkHasTheMeanAndSpreadOfTheFormula() {
        float[][] rows = Samples.rows(20, 40, 3);
        int passes = 4000;
        try (MonteCarloModels_LinearModel model = MonteCarloModels_LinearModel.create()) {
            Weights weights = model.weights();
            MonteCarlo<float[][]> said = model.monteCarlo(rows, passes);
            float[][] whole = model.predict(rows);
            float[] kernel = weights.get("out/kernel");
            double share = 0;
            for (int row = 0; row < rows.length; row++) {
                for (int unit = 0; unit < 2; unit++) {
                    double variance = 0;
                    for (int i = 0; i < 40; i++) {
                        double part = (double) rows[row][i] * kernel[2 * i + unit];
                        variance += part * part * 0.3 / 0.7;
                    }
                    double deviation = Math.sqrt(variance);
                    assertThat(said.mean()[row][unit])
                            .isWithin((float) (4.5 * deviation / Math.sqrt(passes)))
                            .of(whole[row][unit]);
                    // four moments of a sum of so many are close to the normal's
                    assertThat(said.spread()[row][unit] / deviation)
                            .isWithin(4.5 / Math.sqrt(2 * passes))
                            .of(1);
                    share += said.spread()[row][unit] / deviation / 40;
                }
            }
            assertThat(share).isWithin(4.5 / Math.sqrt(2 * passes * 40)).of(1);
        }
    }

    /** One mask of weights holds for all rows of a pass, of whatever batch. */
    @Test
    void weightsAreDroppedForAllRowsAtOnce() {
        float[][] rows = new float[300][];
        Arrays.fill(rows, new float[] {1, 1, 1, 1});
        try (MonteCarloModels_UnconnectedModel model = MonteCarloModels_UnconnectedModel.create()) {
            MonteCarlo<float[][]> said = model.monteCarlo(rows, 3);
            for (int row = 1; row < rows.length; row++) {
                for (int unit = 0; unit < 30; unit++) {
                    assertThat(said.mean()[row][unit]).isWithin(1e-5f).of(said.mean()[0][unit]);
                }
            }
            assertThat(said.spread()[0]).isNotEqualTo(new float[30]);
        }
    }

    @Test
    void everyNoiseActsByItself() {
        float[][] rows = Samples.rows(40, 24, 3);
        Map<String, Double> numbers =
                MonteCarloModels_NoisesHyperparameters.defaults().toMap();
        Map<String, Double> off = new TreeMap<>();
        numbers.forEach((name, value) -> {
            if (value == 0.2) {
                off.put(name, 0.0);
            }
        });
        assertThat(off).hasSize(13);
        off.keySet().forEach(name -> {
            Map<String, Double> one = new TreeMap<>(off);
            one.put(name, 0.2);
            try (MonteCarloModels_NoisesModel model =
                    MonteCarloModels_NoisesModel.create(MonteCarloModels_NoisesHyperparameters.of(one))) {
                float[][] spread = model.monteCarlo(rows, 10).spread();
                int spreading = 0;
                for (float[] row : spread) {
                    spreading += row[0] > 0 ? 1 : 0;
                }
                assertWithMessage(name).that(spreading).isAtLeast(30);
                assertWithMessage(name).that(model.predict(rows)).isEqualTo(model.predict(rows));
            }
        });
        try (MonteCarloModels_NoisesModel model =
                MonteCarloModels_NoisesModel.create(MonteCarloModels_NoisesHyperparameters.of(off))) {
            assertSilent(() -> model.monteCarlo(rows, 10), "Noises");
        }
    }

    private static void assertSilent(Executable asked, String name) {
        assertFails(
                IllegalStateException.class,
                asked,
                "no layer of io.regulus.effects.MonteCarloModels." + name + " has noise",
                "Add a @Dropout");
    }

    @Test
    void augmentationMixingAndBatchStatisticsAreOff() {
        Dataset data = Samples.labelled(60, 72, 3, 5);
        try (MonteCarloModels_CalmModel model = MonteCarloModels_CalmModel.create()) {
            model.fit(data, Fit.epochs(2).batchSize(20).verbose(false));
            float[][] expected = model.predict(data);
            MonteCarlo<float[][]> said = model.monteCarlo(data, 3);
            boolean spreads = false;
            for (int row = 0; row < data.size(); row++) {
                for (int k = 0; k < 3; k++) {
                    assertThat(said.mean()[row][k]).isWithin(2e-5f).of(expected[row][k]);
                    assertThat(said.spread()[row][k]).isLessThan(2e-5f);
                    spreads |= said.spread()[row][k] > 0;
                }
            }
            assertThat(spreads).isTrue();
            // a step, on images and statistics of its own, is far from that
            double loss = model.evaluate(data).loss();
            assertThat(model.trainOnBatch(data).loss()).isNotWithin(1e-2).of(loss);
        }
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        try (MonteCarloModels_SilentModel silent = MonteCarloModels_SilentModel.create();
                MonteCarloModels_BitsModel model = bits(5)) {
            assertSilent(() -> silent.monteCarlo(ones(3), 10), "Silent");
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.monteCarlo(ones(3), 0),
                    "passes = 0: must be at least 1, such as 50");
            assertFails(IllegalArgumentException.class, () -> model.monteCarlo(new float[1][7], 3), "7", "8");
            assertThat(model.monteCarlo(new float[0][], 3).mean()).isEmpty();
        }
    }

    @Test
    void severalInputsAndOutputsAreAskedAsByPredict() {
        Dataset data = Dataset.builder()
                .input("image", new byte[5][16])
                .input("meta", Samples.rows(5, 3, 1))
                .input("counts", new int[5][2])
                .build();
        try (SeveralModels_FullModel model = SeveralModels_FullModel.create()) {
            MonteCarlo<SeveralModels_FullModel.Predictions> said =
                    model.monteCarlo(new byte[5][16], Samples.rows(5, 3, 1), new int[5][2], 20);
            MonteCarlo<SeveralModels_FullModel.Predictions> same = model.monteCarlo(data, 20);
            SeveralModels_FullModel.Predictions without = model.predict(data);
            assertThat(said.mean().digit()).isEqualTo(same.mean().digit());
            assertThat(said.spread().angle()).isEqualTo(same.spread().angle());
            assertThat(said.mean().digitClasses()).hasLength(5);
            for (int row = 0; row < 5; row++) {
                float[] digit = said.mean().digit()[row];
                assertThat(digit[0] + digit[1] + digit[2]).isWithin(1e-5f).of(1);
                assertThat(said.mean().angle()[row]).isWithin(1).of(without.angle()[row]);
                assertThat(said.mean().angle()[row]).isNotEqualTo(without.angle()[row]);
                assertThat(said.spread().angle()[row]).isGreaterThan(0);
                assertThat(said.spread().odd()[row]).isGreaterThan(0);
            }
        }
    }

    @Test
    void anInputMayBeNamedAsTheNumberOfPasses() {
        float[][] two = Samples.rows(9, 2, 1);
        float[][] three = Samples.rows(9, 3, 2);
        try (MonteCarloModels_NamedModel model = MonteCarloModels_NamedModel.create()) {
            MonteCarlo<float[]> said = model.monteCarlo(two, three, 20);
            Dataset data = Dataset.builder()
                    .input("passes", two)
                    .input("inputs", three)
                    .build();
            assertThat(said.spread()).isEqualTo(model.monteCarlo(data, 20).spread());
            assertThat(said.spread()[0]).isGreaterThan(0);
        }
    }

    /** A standardised label is (rent - 300) / 100: the spread is turned back without the mean. */
    @Test
    void recordsAreAskedInTheUnitsOfTheirLabels() {
        List<Flat> flats = List.of(new Flat(1, 2, 200), new Flat(3, 4, 400));
        try (MonteCarloModels_RentModel model = MonteCarloModels_RentModel.create()) {
            assertFails(IllegalStateException.class, () -> model.monteCarlo(flats, 3), "Flat", "fit");
            model.learn(flats);
            MonteCarlo<float[]> said = model.monteCarlo(flats, 30);
            MonteCarlo<float[][]> learned =
                    model.monteCarloOutputs(model.encode(flats), 30).get(0);
            for (int row = 0; row < 2; row++) {
                assertThat(said.mean()[row]).isWithin(1e-3f).of(learned.mean()[row][0] * 100 + 300);
                assertThat(said.spread()[row]).isWithin(1e-3f).of(learned.spread()[row][0] * 100);
                assertThat(said.spread()[row]).isGreaterThan(0);
            }
            MonteCarlo<Float> one = model.monteCarlo(flats.get(0), 30);
            assertThat(one.mean()).isWithin(1e-3f).of(said.mean()[0]);
            assertThat(one.spread()).isWithin(1e-3f).of(said.spread()[0]);
            assertThat(model.monteCarlo(List.of(), 30).mean()).isEmpty();
        }
    }

    @Test
    void recordsWithClassesAreAskedForProbabilities() {
        List<Dot> dots = List.of(new Dot(0, 1, true), new Dot(2, 3, false), new Dot(1, 5, true));
        try (MonteCarloModels_DotsModel model = MonteCarloModels_DotsModel.create()) {
            model.learn(dots);
            MonteCarlo<float[][]> said = model.monteCarlo(dots, 30);
            MonteCarlo<float[]> one = model.monteCarlo(dots.get(0), 30);
            assertThat(one.mean())
                    .usingTolerance(1e-6)
                    .containsExactly(said.mean()[0])
                    .inOrder();
            for (int row = 0; row < 3; row++) {
                assertThat(said.mean()[row][0] + said.mean()[row][1])
                        .isWithin(1e-5f)
                        .of(1);
                assertThat(said.spread()[row][0]).isWithin(1e-5f).of(said.spread()[row][1]);
            }
        }
    }
}
