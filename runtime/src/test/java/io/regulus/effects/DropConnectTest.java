package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.testing.SavedState;
import io.regulus.train.BatchResult;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What dropped weights do to a step; inference knows nothing of them. */
class DropConnectTest {
    private static final int INPUTS = 40;
    private static final int UNITS = 30;
    private static final double P = 0.4;
    private static final String KERNEL = "out/kernel";

    private static final float[][] ROW = normal(1, INPUTS, 3);
    private static final Dataset ONE = Dataset.of(ROW, normal(1, UNITS, 4));

    private static float[][] normal(int rows, int width, long seed) {
        Random random = new Random(seed);
        float[][] values = new float[rows][width];
        for (float[] row : values) {
            for (int i = 0; i < width; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return values;
    }

    /**
     * On one row y = x (w * m / (1 - p)), and the slope of the mean squared error by w is x (2 / units) (y - t) m / (1 - p). What a
     * weight moves beside what the penalty, of the whole w, moves it by tells its m.
     */
    @Test
    void aStepMovesWhatIsKeptByItsSlopeAndAllByThePenalty() {
        try (DropConnectModels_LinearModel model = DropConnectModels_LinearModel.create()) {
            float[] before = model.weights().get(KERNEL);
            BatchResult result = model.trainOnBatch(ONE);
            float[] after = model.weights().get(KERNEL);
            double[] byData = new double[before.length];
            boolean[] kept = new boolean[before.length];
            double squares = 0;
            int dropped = 0;
            for (int i = 0; i < before.length; i++) {
                byData[i] = after[i] - before[i] + 0.1 * 2 * 0.01 * before[i];
                kept[i] = Math.abs(byData[i]) > 1e-7;
                dropped += kept[i] ? 0 : 1;
                squares += (double) before[i] * before[i];
            }
            assertThat(result.penalty()).isWithin(1e-5).of(0.01 * squares);
            assertRate(dropped, P);
            double loss = 0;
            for (int unit = 0; unit < UNITS; unit++) {
                double y = 0;
                for (int i = 0; i < INPUTS; i++) {
                    y += kept[i * UNITS + unit] ? ROW[0][i] * before[i * UNITS + unit] / (1 - P) : 0;
                }
                double error = y - normal(1, UNITS, 4)[0][unit];
                loss += error * error / UNITS;
                for (int i = 0; i < INPUTS; i++) {
                    double slope = kept[i * UNITS + unit] ? ROW[0][i] * 2 / UNITS * error / (1 - P) : 0;
                    assertWithMessage("input %s, unit %s", i, unit)
                            .that(byData[i * UNITS + unit])
                            .isWithin(1e-6)
                            .of(-0.1 * slope);
                }
            }
            assertThat(result.loss()).isWithin(1e-4).of(loss);
        }
    }

    private static void assertRate(int count, double p) {
        int n = INPUTS * UNITS;
        assertThat(count / (double) n)
                .isWithin(4.5 * Math.sqrt(p * (1 - p) / n))
                .of(p);
    }

    @Test
    void inferenceUsesEveryWeight() {
        try (DropConnectModels_LinearModel dropping = DropConnectModels_LinearModel.create();
                DropConnectModels_WholeModel whole = DropConnectModels_WholeModel.create()) {
            dropping.trainOnBatch(ONE);
            whole.setWeights(dropping.weights());
            float[][] rows = normal(20, INPUTS, 5);
            assertThat(dropping.predict(rows)).isEqualTo(whole.predict(rows));
            assertThat(dropping.evaluate(ONE)).isEqualTo(whole.evaluate(ONE));
        }
    }

    @Test
    void aProbabilityOfZeroIsTheLayerWithout() {
        try (DropConnectModels_LinearModel none = DropConnectModels_LinearModel.create(
                        DropConnectModels_LinearHyperparameters.of(Map.of("out.dropConnect", 0.0)));
                DropConnectModels_LinearModel few = DropConnectModels_LinearModel.create(
                        DropConnectModels_LinearHyperparameters.of(Map.of("out.dropConnect", 0.1)));
                DropConnectModels_WholeModel whole = DropConnectModels_WholeModel.create()) {
            none.trainOnBatch(ONE);
            few.trainOnBatch(ONE);
            whole.trainOnBatch(ONE);
            assertThat(none.weights().get(KERNEL)).isEqualTo(whole.weights().get(KERNEL));
            assertThat(few.weights().get(KERNEL)).isNotEqualTo(whole.weights().get(KERNEL));
        }
    }

    /** In both uses the same weights are dropped, so that a weight stays where it was as often as it is dropped in one. */
    @Test
    void oneMaskHoldsInEveryUseOfTheWeights() {
        try (DropConnectModels_SharedModel model = DropConnectModels_SharedModel.create()) {
            Dataset data = Dataset.builder()
                    .input("one", normal(1, INPUTS, 1))
                    .input("two", normal(1, INPUTS, 2))
                    .values("both", normal(1, 2 * UNITS, 3))
                    .build();
            assertRate(unmoved(model, data, "first/kernel"), P);
        }
    }

    @Test
    void theSecondRunOfRDropHasAMaskOfItsOwn() {
        try (DropConnectModels_TwiceModel model = DropConnectModels_TwiceModel.create()) {
            assertRate(unmoved(model, Dataset.of(ROW, new int[] {7}), KERNEL), P * P);
        }
    }

    @Test
    void weightsAreDroppedInMixedPrecision() {
        try (DropConnectModels_MixedModel model = DropConnectModels_MixedModel.create()) {
            assertRate(unmoved(model, ONE, KERNEL), P);
        }
    }

    private static int unmoved(Model model, Dataset data, String kernel) {
        float[] before = model.weights().get(kernel);
        model.trainOnBatch(data);
        float[] after = model.weights().get(kernel);
        int unmoved = 0;
        for (int i = 0; i < before.length; i++) {
            unmoved += before[i] == after[i] ? 1 : 0;
        }
        return unmoved;
    }

    @Test
    void onABlockEachLayerHasANumber() {
        Map<String, Double> numbers =
                DropConnectModels_StagesHyperparameters.defaults().toMap();
        assertThat(numbers).containsAtLeast("stage_hidden.dropConnect", 0.3, "out.dropConnect", 0.2);
        try (DropConnectModels_StagesModel model = DropConnectModels_StagesModel.create()) {
            assertThat(model.summary()).contains("dense with drop connect, tanh");
            // frozen weights are dropped like others, and stay
            float[] frozen = model.weights().get(KERNEL);
            double loss = model.evaluate(ONE).loss();
            assertThat(model.trainOnBatch(ONE).loss()).isNotWithin(1e-3).of(loss);
            assertThat(model.weights().get(KERNEL)).isEqualTo(frozen);
        }
    }

    @Test
    void aResumedRunDropsTheSame(@TempDir Path folder) {
        try (DropConnectModels_LinearModel model = DropConnectModels_LinearModel.create()) {
            model.trainOnBatch(ONE);
            model.save(folder.resolve("saved"));
            try (DropConnectModels_LinearModel resumed = DropConnectModels_LinearModel.load(folder.resolve("saved"))) {
                model.trainOnBatch(ONE);
                resumed.trainOnBatch(ONE);
                SavedState.of(model).assertStateOf(resumed);
            }
        }
    }
}
