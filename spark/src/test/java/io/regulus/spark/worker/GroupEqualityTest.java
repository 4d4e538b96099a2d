package io.regulus.spark.worker;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.data.Dataset;
import io.regulus.data.Lanes;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.train.Callback;
import io.regulus.train.EpochResult;
import io.regulus.train.Fit;
import io.regulus.train.History;
import io.regulus.train.StepResult;
import io.regulus.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A group trains what one process trains that has all rows: with as many rows in each process as evenly they can be, in the last batch none in some. */
final class GroupEqualityTest {
    private static final int BATCH = 16;

    /** The last batch has 3 rows: of three processes only the first has one. */
    private static final int ROWS = 16 * 13 + 3;

    private static final int VALIDATION = 31;
    private static final int EPOCHS = 8;
    private static final double WITHIN = 1e-5;

    /** What a fit came to. */
    private record Outcome(List<Double> losses, History history, Weights weights) {}

    @Test
    void denseLayersWithBatchNormDropoutPenaltyClippingAndAverages() {
        assertEqual(
                GroupModels_NormedModel::create,
                classes(features(ROWS, 12, 1), 4, 2),
                classes(features(VALIDATION, 12, 3), 4, 4));
    }

    @Test
    void imagesWithAugmentationCutMixAndClassWeights() {
        assertEqual(
                GroupModels_ImagesModel::create,
                classes(features(ROWS, 144, 1), 3, 2),
                classes(features(VALIDATION, 144, 3), 3, 4));
    }

    @Test
    void wordsWithEmbeddingAndRecurrentLayers() {
        assertEqual(GroupModels_WordsModel::create, classes(words(ROWS, 1), 3, 2), classes(words(VALIDATION, 3), 3, 4));
    }

    @Test
    void severalOutputsWithMixUp() {
        assertEqual(GroupModels_HeadsModel::create, heads(ROWS, 1), heads(VALIDATION, 2));
    }

    @Test
    void adversarialTrainingThroughBatchNorm() {
        assertEqual(
                GroupModels_AttackedModel::create,
                classes(features(ROWS, 10, 1), 2, 2),
                classes(features(VALIDATION, 10, 3), 2, 4));
    }

    @Test
    void attentionWithDropPath() {
        assertEqual(
                GroupModels_AttendingModel::create,
                values(features(ROWS, 48, 1), 2),
                values(features(VALIDATION, 48, 3), 4));
    }

    @Test
    void imagesMovedRecolouredAndErasedWithAveragesOfEpochs() {
        assertEqual(
                GroupModels_RecolouredModel::create,
                classes(features(ROWS, 216, 1), 3, 2),
                classes(features(VALIDATION, 216, 3), 3, 4));
    }

    @Test
    void twoRunsWithDifferentMasks() {
        assertEqual(
                GroupModels_TwiceModel::create,
                classes(features(ROWS, 10, 1), 3, 2),
                classes(features(VALIDATION, 10, 3), 3, 4));
    }

    @Test
    void alphaAndGaussianDropoutAndDropConnect() {
        assertEqual(
                GroupModels_SelfNormalisingModel::create,
                classes(features(ROWS, 12, 1), 4, 2),
                classes(features(VALIDATION, 12, 3), 4, 4));
    }

    @Test
    void stepsOfSeveralBatches() {
        assertEqual(
                GroupModels_AccumulatedModel::create,
                classes(words(ROWS, 1), 3, 2),
                classes(words(VALIDATION, 3), 3, 4));
    }

    @Test
    void aSecondRunAtOtherWeights() {
        assertEqual(GroupModels_SharpModel::create, classes(words(ROWS, 1), 3, 2), classes(words(VALIDATION, 3), 3, 4));
    }

    @Test
    void aTeacherAndDroppedWeights() {
        assertEqual(
                GroupModels_TaughtModel::create,
                taught(classes(features(ROWS, 10, 1), 3, 2)),
                classes(features(VALIDATION, 10, 3), 3, 4));
    }

    private static Dataset taught(Dataset rows) {
        Random random = new Random(11);
        float[][] said = new float[rows.size()][3];
        for (float[] row : said) {
            row[0] = random.nextFloat() / 2;
            row[1] = random.nextFloat() / 2;
            row[2] = 1 - row[0] - row[1];
        }
        return rows.withSoftTargets(List.<float[][]>of(said));
    }

    @Test
    void rowsWithWeights() {
        Random random = new Random(9);
        float[] weights = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            weights[row] = random.nextFloat() * 2;
        }
        assertEqual(
                GroupModels_NormedModel::create,
                classes(features(ROWS, 12, 1), 4, 2).withRowWeights(weights),
                classes(features(VALIDATION, 12, 3), 4, 4));
    }

    @Test
    void theOrderOfAShuffledEpochDoesNotDependOnTheNumberOfProcesses() {
        Dataset rows = classes(features(ROWS, 12, 1), 4, 2);
        Dataset validation = classes(features(VALIDATION, 12, 3), 4, 4);
        Fit fit = fit().shuffle(true).seed(5);
        List<Outcome> one = group(GroupModels_NormedModel::create, rows, validation, 1, fit);
        List<Outcome> three = group(GroupModels_NormedModel::create, rows, validation, 3, fit);
        assertAlike(one.get(0), three);
        Outcome unshuffled = alone(GroupModels_NormedModel::create, rows, validation);
        assertThat(one.get(0).losses().get(0))
                .isNotWithin(1e-3)
                .of(unshuffled.losses().get(0));
    }

    private static void assertEqual(Function<Settings, Model> create, Dataset rows, Dataset validation) {
        Outcome alone = alone(create, rows, validation);
        assertThat(alone.losses().size()).isAtLeast(50);
        for (int size : new int[] {2, 3}) {
            assertAlike(alone, group(create, rows, validation, size, fit()));
        }
    }

    private static void assertAlike(Outcome alone, List<Outcome> group) {
        for (Outcome one : group) {
            String of = group.size() + " processes";
            assertThat(one.losses()).hasSize(alone.losses().size());
            for (int step = 0; step < alone.losses().size(); step++) {
                assertClose(
                        of + ", loss of step " + (step + 1),
                        one.losses().get(step),
                        alone.losses().get(step));
            }
            List<EpochResult> epochs = one.history().epochs();
            assertThat(epochs).hasSize(alone.history().epochs().size());
            for (int i = 0; i < epochs.size(); i++) {
                assertEpoch(
                        of + ", epoch " + (i + 1),
                        epochs.get(i),
                        alone.history().epochs().get(i));
            }
            for (String name : alone.weights().names()) {
                float[] expected = alone.weights().get(name);
                float[] found = one.weights().get(name);
                for (int i = 0; i < expected.length; i++) {
                    assertWithMessage("%s, %s[%s]", of, name, i)
                            .that(found[i])
                            .isWithin(2e-4f)
                            .of(expected[i]);
                }
                // all processes end with the same bits
                assertWithMessage("%s of all processes", name)
                        .that(found)
                        .isEqualTo(group.get(0).weights().get(name));
            }
        }
    }

    private static void assertEpoch(String what, EpochResult found, EpochResult expected) {
        assertClose(
                what + ", loss", found.training().loss(), expected.training().loss());
        assertThat(found.learningRate()).isEqualTo(expected.learningRate());
        assertThat(found.training().rows()).isEqualTo(expected.training().rows());
        assertMetrics(what, found.training().metrics(), expected.training().metrics());
        assertClose(
                what + ", penalty",
                found.training().penalty(),
                expected.training().penalty());
        assertClose(
                what + ", validation penalty",
                found.validation().orElseThrow().penalty(),
                expected.validation().orElseThrow().penalty());
        assertClose(
                what + ", validation loss",
                found.validation().orElseThrow().loss(),
                expected.validation().orElseThrow().loss());
        assertMetrics(
                what + ", validation",
                found.validation().orElseThrow().metrics(),
                expected.validation().orElseThrow().metrics());
    }

    private static void assertMetrics(String what, Map<String, Double> found, Map<String, Double> expected) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, value) -> assertClose(what + ", " + name, found.get(name), value));
    }

    private static void assertClose(String what, double found, double expected) {
        assertWithMessage(what)
                .that(found)
                .isWithin(WITHIN * Math.max(1e-2, Math.abs(expected)))
                .of(expected);
    }

    private static Fit fit() {
        return Fit.epochs(EPOCHS).batchSize(BATCH).shuffle(false).verbose(false);
    }

    private static Outcome alone(Function<Settings, Model> create, Dataset rows, Dataset validation) {
        return fitted(create, Settings.defaults(), rows, validation, fit());
    }

    private static List<Outcome> group(
            Function<Settings, Model> create, Dataset rows, Dataset validation, int size, Fit fit) {
        Lanes lanes = Lanes.of(BATCH, size, rows.size());
        return LocalGroup.run(size, 0, settings -> {
            int rank = settings.group().orElseThrow().rank();
            Dataset own = rows.subset(IntStream.range(0, rows.size())
                    .filter(row -> lanes.rank(row) == rank)
                    .toArray());
            // validation rows may be shared out in any way, as long as each has one
            int from = rank == 0 ? 0 : VALIDATION / 2 + rank;
            int to = rank == size - 1 ? VALIDATION : VALIDATION / 2 + rank + 1;
            return fitted(create, settings, own, validation.range(from, to), fit);
        });
    }

    private static Outcome fitted(
            Function<Settings, Model> create, Settings settings, Dataset rows, Dataset validation, Fit fit) {
        try (Model model = create.apply(settings)) {
            List<Double> losses = new ArrayList<>();
            History history = model.fit(rows, fit.validateOn(validation).callback(new Callback() {
                @Override
                public void onStep(TrainingRun run, StepResult step) {
                    losses.add(step.loss());
                }
            }));
            return new Outcome(losses, history, model.weights());
        }
    }

    private static float[][] features(int rows, int width, long seed) {
        Random random = new Random(seed);
        float[][] features = new float[rows][width];
        for (float[] row : features) {
            for (int i = 0; i < width; i++) {
                row[i] = (float) random.nextGaussian() + i % 3;
            }
        }
        return features;
    }

    private static Dataset classes(float[][] features, int classes, long seed) {
        return classes(Dataset.of(features), classes, seed);
    }

    private static Dataset classes(Dataset features, int classes, long seed) {
        return features.withLabels(
                new Random(seed).ints(features.size(), 0, classes).toArray());
    }

    private static Dataset words(int rows, long seed) {
        Random random = new Random(seed);
        int[][] words = new int[rows][7];
        for (int[] row : words) {
            int length = 1 + random.nextInt(7);
            for (int i = 0; i < length; i++) {
                row[i] = 1 + random.nextInt(39);
            }
        }
        return Dataset.ofInts(words);
    }

    private static Dataset values(float[][] features, long seed) {
        Random random = new Random(seed);
        float[][] values = new float[features.length][2];
        for (int row = 0; row < values.length; row++) {
            values[row][0] = features[row][0] + (float) random.nextGaussian();
            values[row][1] = features[row][1] * features[row][2];
        }
        return Dataset.of(features, values);
    }

    private static Dataset heads(int rows, long seed) {
        float[][] features = features(rows, 6, seed);
        Random random = new Random(seed + 7);
        float[][] sizes = new float[rows][2];
        for (int row = 0; row < rows; row++) {
            sizes[row][0] = features[row][0] - features[row][4];
            sizes[row][1] = (float) random.nextGaussian();
        }
        return Dataset.builder()
                .input("input", Dataset.of(features).features())
                .labels("kind", random.ints(rows, 0, 3).toArray())
                .values("size", sizes)
                .build();
    }
}
