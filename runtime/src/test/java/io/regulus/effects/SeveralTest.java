package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;
import static io.regulus.testing.Values.flat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.data.Dataset;
import io.regulus.data.InputFeatures;
import io.regulus.engine.NonFiniteException;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.train.Evaluation;
import io.regulus.train.Fit;
import io.regulus.train.History;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/** Networks with several inputs and outputs, from data to predictions. */
class SeveralTest {
    private static final int ROWS = 23;
    private static final byte[] PIXELS = pixels(ROWS * 16);
    private static final float[][] META = Samples.rows(ROWS, 3, 2);
    private static final int[][] COUNTS = counts(ROWS);
    private static final Dataset DATA = Dataset.builder()
            .input("image", Dataset.ofFlatBytes(PIXELS, 16).features())
            .input("meta", META)
            .input("counts", COUNTS)
            .labels("digit", Samples.labels(ROWS, 3, 4))
            .values("angle", Samples.normal(ROWS, 5))
            .labels("odd", Samples.labels(ROWS, 2, 6))
            .build();

    @TempDir
    Path folder;

    private static byte[] pixels(int n) {
        byte[] pixels = new byte[n];
        new Random(1).nextBytes(pixels);
        return pixels;
    }

    private static int[][] counts(int rows) {
        int[] flat = Samples.labels(rows * 2, 9, 3);
        int[][] counts = new int[rows][];
        for (int row = 0; row < rows; row++) {
            counts[row] = new int[] {flat[2 * row], flat[2 * row + 1]};
        }
        return counts;
    }

    private static byte[][] images(int rows) {
        byte[][] images = new byte[rows][16];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(PIXELS, row * 16, images[row], 0, 16);
        }
        return images;
    }

    private static Fit epochs(int epochs) {
        return Fit.epochs(epochs).batchSize(8).verbose(false);
    }

    @Test
    void predictTakesAnArgumentPerInputAndGivesAResultPerOutput() {
        try (SeveralModels_FullModel model = SeveralModels_FullModel.create()) {
            SeveralModels_FullModel.Predictions ofData = model.predict(DATA);
            SeveralModels_FullModel.Predictions ofRows = model.predict(images(ROWS), META, COUNTS);
            assertThat(ofRows.digit()).isEqualTo(ofData.digit());
            assertThat(ofRows.angle()).isEqualTo(ofData.angle());
            assertThat(ofRows.odd()).isEqualTo(ofData.odd());
            assertThat(ofData.digit()).hasLength(ROWS);
            assertThat(ofData.digit()[0]).hasLength(3);
            assertThat(ofData.digit()[0][0] + ofData.digit()[0][1] + ofData.digit()[0][2])
                    .isWithin(1e-5f)
                    .of(1);
            for (int row = 0; row < ROWS; row++) {
                float[] probabilities = ofData.digit()[row];
                int likeliest = ofData.digitClasses()[row];
                for (float probability : probabilities) {
                    assertThat(probability).isAtMost(probabilities[likeliest]);
                }
            }
        }
    }

    @Test
    void noRowsGiveNoPredictions() {
        try (SeveralModels_FullModel model = SeveralModels_FullModel.create()) {
            SeveralModels_FullModel.Predictions none = model.predict(new byte[0][], new float[0][], new int[0][]);
            assertThat(none.digit()).isEmpty();
            assertThat(none.angle()).isEmpty();
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.predict(images(2), new float[0][], COUNTS),
                    "meta is empty");
        }
        try (SeveralModels_PairModel pair = SeveralModels_PairModel.create()) {
            assertThat(pair.predict(new float[0][], new float[0][])).isEmpty();
            assertThat(pair.classify(META, META)).hasLength(ROWS);
        }
    }

    @Test
    void theLossIsTheWeightedSumAndEachOutputHasItsMetrics() {
        try (SeveralModels_FullModel model = SeveralModels_FullModel.create()) {
            Evaluation before = model.evaluate(DATA);
            assertThat(before.metrics().keySet())
                    .containsExactly(
                            "digit_loss",
                            "angle_loss",
                            "odd_loss",
                            "digit_accuracy",
                            "angle_mae",
                            "angle_rmse",
                            "angle_r2",
                            "odd_accuracy",
                            "odd_auc")
                    .inOrder();
            assertThat(before.loss())
                    .isWithin(1e-5)
                    .of(before.metric("digit_loss")
                            + 0.5 * before.metric("angle_loss")
                            + 2 * before.metric("odd_loss"));
            History history = model.fit(DATA, epochs(40).validateOn(DATA));
            assertThat(history.metric("angle_loss")).hasLength(40);
            assertThat(history.validationMetric("digit_accuracy")).hasLength(40);
            Evaluation after = model.evaluate(DATA);
            for (String loss : List.of("digit_loss", "angle_loss", "odd_loss")) {
                assertThat(after.metric(loss)).isLessThan(before.metric(loss));
            }
        }
    }

    @Test
    void theWeightsAreHyperparametersThatScaleTheLossAlone() {
        SeveralModels_FullHyperparameters other = SeveralModels_FullHyperparameters.defaults()
                .withDigit(digit -> digit.withLossWeight(3))
                .withAngle(angle -> angle.withLossWeight(0));
        try (SeveralModels_FullModel model = SeveralModels_FullModel.create(other)) {
            Evaluation result = model.evaluate(DATA);
            assertThat(result.loss())
                    .isWithin(1e-5)
                    .of(3 * result.metric("digit_loss") + 2 * result.metric("odd_loss"));
        }
    }

    /** Of two outputs in a chain, the late one of weight 0 learns nothing, and the early one what it learns alone. */
    @Test
    void anOutputThatIsReadOnLearnsFromBoth() {
        Dataset data = Dataset.builder()
                .input("input", Samples.rows(6, 4, 1))
                .values("early", Samples.rows(6, 2, 2))
                .values("late", Samples.normal(6, 3))
                .build();
        try (SeveralModels_ChainModel model = SeveralModels_ChainModel.create();
                SeveralModels_ChainModel late =
                        SeveralModels_ChainModel.create(SeveralModels_ChainHyperparameters.defaults()
                                .withEarly(early -> early.withLossWeight(0))
                                .withLate(last -> last.withLossWeight(1)))) {
            Weights before = model.weights();
            late.setWeights(before);
            model.trainOnBatch(data);
            late.trainOnBatch(data);
            assertThat(model.weights().get("late/kernel")).isEqualTo(before.get("late/kernel"));
            assertThat(model.weights().get("early/kernel")).isNotEqualTo(before.get("early/kernel"));
            // nothing but the late loss reaches it here
            assertThat(late.weights().get("early/kernel")).isNotEqualTo(before.get("early/kernel"));
        }
    }

    @Test
    void bytesFedToAnInputOfFloatsAreScaledThere() {
        float[][] scaled = new float[ROWS][3];
        byte[][] bytes = new byte[ROWS][3];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < 3; column++) {
                bytes[row][column] = PIXELS[row * 3 + column];
                scaled[row][column] = (bytes[row][column] & 0xff) * 0.5f;
            }
        }
        InputFeatures half = Dataset.ofBytes(bytes).withByteScale(0.5f).features();
        Dataset mixed =
                Dataset.builder().input("left", META).input("right", half).build();
        try (SeveralModels_PairModel model = SeveralModels_PairModel.create()) {
            assertThat(model.predict(mixed)).isEqualTo(model.predict(META, scaled));
            assertThat(model.predict(scaled, META)).isNotEqualTo(model.predict(META, scaled));
        }
    }

    @Test
    void aSavedModelResumesBitForBit() {
        try (SeveralModels_FullModel whole = SeveralModels_FullModel.create();
                SeveralModels_FullModel half = SeveralModels_FullModel.create()) {
            whole.fit(DATA, epochs(4));
            half.fit(DATA, epochs(2));
            half.save(folder);
            try (SeveralModels_FullModel resumed = SeveralModels_FullModel.load(folder)) {
                resumed.fit(DATA, epochs(4).initialEpoch(2));
                SavedState.of(whole).assertStateOf(resumed);
            }
        }
    }

    @Test
    void theExportHasAnEntryPerInputAndOutput() {
        try (SeveralModels_FullModel model = SeveralModels_FullModel.create()) {
            model.fit(DATA, epochs(1));
            model.exportSavedModel(folder.resolve("export"));
            SeveralModels_FullModel.Predictions expected = model.predict(DATA);
            try (SavedModelBundle bundle =
                            SavedModelBundle.load(folder.resolve("export").toString(), "serve");
                    Tensor image = TUint8.tensorOf(Shape.of(ROWS, 4, 4, 1), DataBuffers.of(PIXELS));
                    Tensor meta = TFloat32.tensorOf(Shape.of(ROWS, 3), DataBuffers.of(flat(META)));
                    Tensor counts = TInt32.tensorOf(Shape.of(ROWS, 2), DataBuffers.of(Samples.labels(ROWS * 2, 9, 3)));
                    Result result = bundle.function("serving_default")
                            .call(Map.of("image", image, "meta", meta, "counts", counts))) {
                assertThat(bundle.function("serving_default").signature().outputNames())
                        .containsExactly("digit", "angle", "odd");
                assertThat(values(result, "digit")).isEqualTo(flat(expected.digit()));
                assertThat(values(result, "angle")).isEqualTo(expected.angle());
                assertThat(values(result, "odd")).isEqualTo(expected.odd());
            }
        }
    }

    private static float[] values(Result result, String name) {
        Tensor tensor = result.get(name).orElseThrow();
        float[] values = new float[Math.toIntExact(tensor.shape().size())];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }

    @Test
    void aBadFeatureIsFoundInItsInput() {
        float[] right = Samples.normal(12, 2);
        Dataset data = Dataset.builder()
                .input("left", Samples.rows(4, 3, 1))
                .input("right", Dataset.ofFlat(right, 3).features())
                .labels("kind", 0, 1, 2, 0)
                .build();
        right[7] = Float.NaN;
        try (SeveralModels_PairModel model = SeveralModels_PairModel.create()) {
            SavedState before = SavedState.of(model);
            NonFiniteException failure = assertThrows(NonFiniteException.class, () -> model.trainOnBatch(data));
            assertThat(failure.layer()).isEqualTo("right");
            assertThat(failure).hasMessageThat().contains("row 2 of input 'right'");
            before.assertStateOf(model);
        }
    }

    private static void assertRefused(Model model, Dataset data, String... parts) {
        SavedState before = SavedState.of(model);
        assertFails(IllegalArgumentException.class, () -> model.fit(data, epochs(1)), parts);
        before.assertStateOf(model);
    }

    @Test
    void dataThatDoesNotFitIsNamedByItsColumn() {
        try (SeveralModels_PairModel model = SeveralModels_PairModel.create()) {
            assertRefused(
                    model,
                    Dataset.of(META, Samples.labels(ROWS, 3, 1)),
                    "training data has no named input",
                    "[left, right]",
                    "Dataset.builder()");
            assertRefused(
                    model,
                    Dataset.builder().input("left", META).input("rigth", META).build(),
                    "[left, rigth]",
                    "[left, right]");
            assertRefused(
                    model,
                    Dataset.builder()
                            .input("left", META)
                            .input("right", Samples.rows(ROWS, 4, 1))
                            .labels("kind", Samples.labels(ROWS, 3, 1))
                            .build(),
                    "training data input 'right' has 4 features per row",
                    "takes 3");
            assertRefused(
                    model,
                    Dataset.builder()
                            .input("left", META)
                            .input("right", META)
                            .labels("kind", Samples.labels(ROWS, 3, 1))
                            .labels("more", Samples.labels(ROWS, 3, 1))
                            .build(),
                    "several targets, [kind, more]");
        }
        try (SeveralModels_FullModel model = SeveralModels_FullModel.create()) {
            assertRefused(model, DATA.withLabels(Samples.labels(ROWS, 3, 1)), "[digit, angle, odd]");
            Dataset floats = Dataset.builder()
                    .input("image", images(ROWS))
                    .input("meta", META)
                    .input("counts", META)
                    .build();
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.predict(floats),
                    "prediction data input 'counts' has 3 features");
            Dataset wrongTarget = Dataset.builder()
                    .input("image", images(ROWS))
                    .input("meta", META)
                    .input("counts", COUNTS)
                    .labels("digit", Samples.labels(ROWS, 3, 4))
                    .labels("angle", Samples.labels(ROWS, 3, 4))
                    .labels("odd", Samples.labels(ROWS, 2, 6))
                    .build();
            assertRefused(model, wrongTarget, "target 'angle' has int labels", "'angle' of", "regressor");
        }
    }

    @Test
    void idsGoToTheirEmbeddingBesideAnInputOfNumbers() {
        int[][] words = new int[ROWS][5];
        int[] kinds = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            Arrays.fill(words[row], row % 20);
            kinds[row] = row % 20 % 3;
        }
        Dataset data = Dataset.builder()
                .input("words", words)
                .input("meta", META)
                .labels("kind", kinds)
                .build();
        try (SeveralModels_WordsModel model = SeveralModels_WordsModel.create()) {
            model.fit(data, epochs(60));
            assertThat(model.evaluate(data).metric("accuracy")).isEqualTo(1.0);
            assertThat(model.classify(words, META)).isEqualTo(kinds);
            words[3][1] = 20;
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.predict(words, META),
                    "prediction data input 'words' has id 20 in row 3 at position 1",
                    "ids 0 to 19");
        }
    }

    @Test
    void theSummaryNamesEveryInput() {
        try (SeveralModels_FullModel model = SeveralModels_FullModel.create()) {
            assertThat(model.summary()).contains("image ");
            assertThat(model.summary()).contains("counts ");
            assertThat(model.summary())
                    .contains(
                            "outputs digit(labelSmoothing = 0.1, lossWeight = 1.0), angle(delta = 1.0, lossWeight = 0.5), "
                                    + "odd(labelSmoothing = 0.0, lossWeight = 2.0)");
            assertThat(model.placement(DATA).heavyDevices()).hasSize(1);
        }
    }
}
