package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.data.Dataset;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.train.Evaluation;
import io.regulus.train.Fit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weights of rows: the loss of a batch is sum(w_i * l_i) / rows, Keras 3's {@code sum_over_batch_size}. */
class RowWeightsTest {
    private static final int ROWS = 11;
    private static final float[] WEIGHTS = {0, 0.5f, 3, 1, 0, 2, 0.25f, 7, 1, 1, 4};
    private static final Dataset DATA = Samples.valued(ROWS, 3, 2, 1);
    private static final Dataset WEIGHTED = DATA.withRowWeights(WEIGHTS);

    /** The mean over rows of w * mean of squared errors, from the predictions. */
    private static double expected(float[][] predictions, Dataset data, float... weights) {
        double sum = 0;
        for (int row = 0; row < data.size(); row++) {
            double error = 0;
            for (int column = 0; column < 2; column++) {
                error += Math.pow(
                                (double) predictions[row][column]
                                        - data.values().at(row, column),
                                2)
                        / 2;
            }
            sum += weights[row] * error;
        }
        return sum / data.size();
    }

    @Test
    void theLossIsTheWeightedSumOverTheNumberOfRows() {
        try (SeveralModels_LineModel model = SeveralModels_LineModel.create()) {
            float[][] predictions = model.predict(DATA);
            Evaluation plain = model.evaluate(DATA);
            Evaluation weighted = model.evaluate(WEIGHTED);
            assertThat(weighted.loss()).isWithin(1e-5).of(expected(predictions, DATA, WEIGHTS));
            assertThat(weighted.metrics()).isEqualTo(plain.metrics());
            assertThat(model.trainOnBatch(WEIGHTED).loss()).isWithin(1e-6).of(weighted.loss());
        }
    }

    @Test
    void weightsThatSumToAnythingAreNotNormalised() {
        float[] twos = new float[ROWS];
        Arrays.fill(twos, 2);
        try (SeveralModels_LineModel model = SeveralModels_LineModel.create()) {
            assertThat(model.evaluate(DATA.withRowWeights(twos)).loss())
                    .isWithin(1e-5)
                    .of(2 * model.evaluate(DATA).loss());
        }
    }

    /** With gradient descent a step is the gradient: w times as long for a row of weight w, over the rows of the batch. */
    @Test
    void aRowMovesTheWeightsByItsWeight() {
        Dataset two = DATA.take(2);
        try (SeveralModels_LineModel weighted = SeveralModels_LineModel.create();
                SeveralModels_LineModel alone = SeveralModels_LineModel.create()) {
            Weights start = weighted.weights();
            alone.setWeights(start);
            weighted.trainOnBatch(two.withRowWeights(0, 6));
            alone.trainOnBatch(two.range(1, 2));
            float[] moved = weighted.weights().get("out/kernel");
            float[] movedAlone = alone.weights().get("out/kernel");
            float[] before = start.get("out/kernel");
            for (int i = 0; i < before.length; i++) {
                assertThat(moved[i] - before[i]).isWithin(1e-5f).of(6f / 2 * (movedAlone[i] - before[i]));
            }
        }
    }

    @Test
    void onesAreAsGoodAsNone() {
        float[] ones = new float[ROWS];
        Arrays.fill(ones, 1);
        Dataset classes = Samples.labelled(ROWS, 3, 3, 2);
        Fit fit = Fit.epochs(3).batchSize(4).verbose(false);
        try (SeveralModels_ClassesModel plain = SeveralModels_ClassesModel.create();
                SeveralModels_ClassesModel weighted = SeveralModels_ClassesModel.create()) {
            plain.fit(classes, fit);
            weighted.fit(classes.withRowWeights(ones), fit);
            for (String name : plain.weights().names()) {
                assertThat(weighted.weights().get(name))
                        .usingTolerance(1e-5)
                        .containsExactly(plain.weights().get(name))
                        .inOrder();
            }
        }
    }

    /** Batches of 4, 4 and 3 rows; weights move with their rows through shuffling, splitting and picking. */
    @Test
    void anEpochTrainsEachRowWithItsWeight() {
        Dataset shuffled = WEIGHTED.shuffled(3);
        for (int row = 0; row < ROWS; row++) {
            float own = shuffled.rowWeights().orElseThrow().at(row, 0);
            float[] features = shuffled.row(row);
            boolean found = false;
            for (int old = 0; old < ROWS; old++) {
                found |= Arrays.equals(DATA.row(old), features) && WEIGHTS[old] == own;
            }
            assertThat(found).isTrue();
        }
        try (SeveralModels_LineModel fitted = SeveralModels_LineModel.create();
                SeveralModels_LineModel stepped = SeveralModels_LineModel.create()) {
            double mean = fitted.fit(
                            WEIGHTED, Fit.epochs(1).batchSize(4).shuffle(false).verbose(false))
                    .last()
                    .training()
                    .loss();
            double sum = 0;
            for (int from = 0; from < ROWS; from += 4) {
                Dataset batch = WEIGHTED.range(from, Math.min(ROWS, from + 4));
                sum += stepped.trainOnBatch(batch).loss() * batch.size();
            }
            SavedState.of(stepped).assertStateOf(fitted);
            assertThat(mean).isWithin(1e-6).of(sum / ROWS);
        }
    }

    @Test
    void weightedAndPlainDataTakeTurns() {
        try (SeveralModels_ClassesModel model = SeveralModels_ClassesModel.create();
                SeveralModels_ClassesModel same = SeveralModels_ClassesModel.create()) {
            Dataset classes = Samples.labelled(ROWS, 3, 3, 2);
            for (SeveralModels_ClassesModel each : List.of(model, same)) {
                each.trainOnBatch(classes);
                each.trainOnBatch(classes.withRowWeights(WEIGHTS));
                each.trainOnBatch(classes);
                each.evaluate(classes.withRowWeights(WEIGHTS));
                each.predict(classes.withRowWeights(WEIGHTS));
            }
            assertThat(model.steps()).isEqualTo(3);
            SavedState.of(model).assertStateOf(same);
        }
    }

    @Test
    void aValidationSetHasItsOwnWeights() {
        try (SeveralModels_LineModel model = SeveralModels_LineModel.create()) {
            double validated = model.fit(
                            DATA, Fit.epochs(1).validateOn(WEIGHTED).verbose(false))
                    .validationLoss()[0];
            assertThat(validated).isWithin(1e-6).of(model.evaluate(WEIGHTED).loss());
            assertThat(validated).isNotWithin(1e-3).of(model.evaluate(DATA).loss());
        }
    }

    @Test
    void weightsThatAreNoneAreRefused() {
        assertFails(
                IllegalArgumentException.class, () -> DATA.take(2).withRowWeights(1, Float.NaN), "weights[1] = NaN");
        assertFails(IllegalArgumentException.class, () -> DATA.take(2).withRowWeights(-1, 1), "weights[0] = -1.0");
        assertFails(
                IllegalArgumentException.class,
                () -> DATA.take(2).withRowWeights(1, Float.POSITIVE_INFINITY),
                "weights[1] = Infinity");
        assertFails(IllegalArgumentException.class, () -> DATA.withRowWeights(1, 2), "11 rows, but 2 weights");
        Dataset classes = Samples.labelled(ROWS, 3, 3, 2);
        assertFails(IllegalArgumentException.class, () -> classes.withClassWeights(1, 2), "there is a label 2");
        assertFails(IllegalArgumentException.class, () -> classes.withClassWeights(1, -2, 3), "weights[1] = -2.0");
        assertFails(
                IllegalArgumentException.class, () -> classes.withClassWeights(1, 2, Double.NaN), "weights[2] = NaN");
        assertFails(IllegalStateException.class, DATA::withBalancedClasses, "class labels are needed");
    }
}
