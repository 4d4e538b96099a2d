package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.train.Callback;
import io.regulus.train.Fit;
import io.regulus.train.TrainingRun;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Inputs standardised by what the training data says. */
class StandardizeTest {
    private static final float[][] ROWS = {{1, 10_000, 5}, {2, 10_001, 5}, {4, 10_004, 5}, {9, 10_003, 5}};
    private static final float[] TARGETS = {1, 2, 3, 4};
    private static final Dataset DATA = Dataset.of(ROWS, TARGETS);
    private static final Fit ONE = Fit.epochs(1).batchSize(2).verbose(false);

    @TempDir
    Path folder;

    @Test
    void theFirstFitLearnsMeanAndDeviationOfEachFeature() {
        try (DataModels_StandardisedModel model = DataModels_StandardisedModel.create()) {
            model.fit(DATA, ONE);
            float[] mean = model.weights().get("input/mean");
            float[] deviation = model.weights().get("input/deviation");
            assertThat(mean)
                    .usingTolerance(1e-6)
                    .containsExactly(new float[] {4, 10_002, 5})
                    .inOrder();
            // biased: the squared distances are 9 + 4 + 0 + 25 and 4 + 1 + 4 + 1; a constant has 1
            assertThat(deviation)
                    .usingTolerance(1e-6)
                    .containsExactly(new float[] {(float) Math.sqrt(38 / 4.0), (float) Math.sqrt(10 / 4.0), 1})
                    .inOrder();
            float[] kernel = {0.5f, -2, 3};
            model.setWeights(model.weights().with("out/kernel", kernel).with("out/bias", new float[] {1}));
            float[] predicted = model.predict(ROWS);
            for (int row = 0; row < ROWS.length; row++) {
                double expected = 1;
                for (int i = 0; i < 3; i++) {
                    expected += kernel[i] * (ROWS[row][i] - (double) mean[i]) / deviation[i];
                }
                assertThat((double) predicted[row]).isWithin(1e-5).of(expected);
            }
        }
    }

    @Test
    void theFirstStepIsThatOfStandardisedRows() {
        try (DataModels_StandardisedModel model = DataModels_StandardisedModel.create()) {
            model.adapt(DATA);
            Weights start = model.weights()
                    .with("out/kernel", new float[] {0.5f, -2, 3})
                    .with("out/bias", new float[] {0});
            model.setWeights(start);
            model.trainOnBatch(DATA);
            double deviation = Math.sqrt(38 / 4.0);
            double gradient = 0;
            for (int row = 0; row < 4; row++) {
                double x = (ROWS[row][0] - 4) / deviation;
                double error = 0.5 * x - 2 * (ROWS[row][1] - 10_002) / Math.sqrt(2.5) - TARGETS[row];
                gradient += 2 * error * x / 4;
            }
            assertThat((double) model.weights().get("out/kernel")[0])
                    .isWithin(1e-5)
                    .of(0.5 - 0.01 * gradient);
            assertThat(model.weights().get("input/mean")).isEqualTo(start.get("input/mean"));
        }
    }

    /** What is refused may have been the wrong data: the next fit learns of its own. */
    @Test
    void aFitThatDoesNotBeginLearnsNothing() {
        Callback refusal = new Callback() {
            @Override
            public void onFitStart(TrainingRun run) {
                throw new IllegalArgumentException("refused");
            }
        };
        float[][] wrong = {{100, 1, 1}, {200, 2, 3}};
        try (DataModels_StandardisedModel model = DataModels_StandardisedModel.create()) {
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.fit(Dataset.of(wrong, new float[] {1, 2}), ONE.callback(refusal)),
                    "refused");
            assertFails(IllegalStateException.class, () -> model.predict(ROWS), "not known yet");
            model.fit(DATA, ONE);
            assertThat(model.weights().get("input/mean"))
                    .usingTolerance(1e-6)
                    .containsExactly(new float[] {4, 10_002, 5})
                    .inOrder();
        }
    }

    @Test
    void withoutDataNothingCanBeComputed() {
        try (DataModels_StandardisedModel model = DataModels_StandardisedModel.create()) {
            for (org.junit.jupiter.api.function.Executable use :
                    java.util.List.<org.junit.jupiter.api.function.Executable>of(
                            () -> model.trainOnBatch(DATA),
                            () -> model.evaluate(DATA),
                            () -> model.predict(ROWS),
                            () -> model.exportSavedModel(folder.resolve("export")))) {
                assertThat(assertThrows(IllegalStateException.class, use))
                        .hasMessageThat()
                        .contains("call fit or adapt(data) first");
            }
            assertThat(model.steps()).isEqualTo(0);
        }
    }

    @Test
    void isLearnedOnceUnlessAskedAgain() {
        Dataset other = Dataset.of(new float[][] {{0, 0, 0}, {2, 4, 6}}, new float[] {1, 2});
        try (DataModels_StandardisedModel model = DataModels_StandardisedModel.create()) {
            model.fit(DATA, ONE);
            float[] mean = model.weights().get("input/mean");
            model.fit(other, ONE);
            assertThat(model.weights().get("input/mean")).isEqualTo(mean);
            model.adapt(other);
            assertThat(model.weights().get("input/mean")).isEqualTo(new float[] {1, 2, 3});
            assertThat(model.weights().get("input/deviation")).isEqualTo(new float[] {1, 2, 3});
        }
    }

    /** What was learned goes with what was restored: the next fit learns anew, and until then nothing can be predicted. */
    @Test
    void aRestoredStartHasLearnedNothing() {
        try (DataModels_StandardisedModel model = DataModels_StandardisedModel.create()) {
            model.save(folder);
            model.fit(DATA, ONE);
            float[] mean = model.weights().get("input/mean");
            model.restore(folder);
            assertFails(IllegalStateException.class, () -> model.predict(ROWS), "call fit or adapt(data) first");
            model.fit(DATA, ONE);
            assertThat(model.weights().get("input/mean")).isEqualTo(mean);
            float[] unlearned = new float[3];
            model.setWeights(model.weights().with("input/deviation", unlearned));
            assertFails(IllegalStateException.class, () -> model.predict(ROWS), "call fit or adapt(data) first");
        }
    }

    @Test
    void heldOutRowsAreNotLearnedFrom() {
        try (DataModels_StandardisedModel model = DataModels_StandardisedModel.create()) {
            model.fit(DATA, ONE.validationSplit(0.5));
            assertThat(model.weights().get("input/mean")[0]).isEqualTo(1.5f);
        }
    }

    @Test
    void bytesCountAfterTheirScaleChannelByChannel() {
        byte[][] images = {{1, 100, 3, 100, 5, 100, 7, 100}, {(byte) 200, 100, 0, 100, 0, 100, 0, 100}};
        try (DataModels_BytesModel model = DataModels_BytesModel.create()) {
            model.adapt(Dataset.ofBytes(images, new int[] {0, 1}));
            assertThat((double) model.weights().get("image/mean")[0])
                    .isWithin(1e-6)
                    .of(2.7);
            double variance = (0.01 * (1 + 9 + 25 + 49 + 40_000)) / 8 - 2.7 * 2.7;
            assertThat((double) model.weights().get("image/deviation")[0])
                    .isWithin(1e-5)
                    .of(Math.sqrt(variance));
            assertThat(model.weights().get("image/deviation")[1]).isEqualTo(1f);
        }
    }

    @Test
    void isSavedAndExportedWithTheModel() {
        try (DataModels_StandardisedModel model = DataModels_StandardisedModel.create()) {
            model.fit(DATA, ONE);
            float[] predicted = model.predict(ROWS);
            model.save(folder.resolve("saved"));
            model.exportSavedModel(folder.resolve("export"));
            try (DataModels_StandardisedModel loaded = DataModels_StandardisedModel.load(folder.resolve("saved"))) {
                assertThat(loaded.predict(ROWS)).isEqualTo(predicted);
            }
            float[] flat = {1, 10_000, 5, 2, 10_001, 5, 4, 10_004, 5, 9, 10_003, 5};
            try (SavedModelBundle exported =
                            SavedModelBundle.load(folder.resolve("export").toString(), "serve");
                    Tensor rows = TFloat32.tensorOf(Shape.of(4, 3), DataBuffers.of(flat));
                    Result result = exported.function("serving_default").call(Map.of("input", rows))) {
                float[] served = new float[4];
                result.get(0).asRawTensor().data().asFloats().read(served);
                assertThat(served).isEqualTo(predicted);
            }
        }
    }

    @Test
    void aModelThatLearnsNothingFromDataSaysSo() {
        try (Model model = DataModels_PlainModel.create()) {
            assertThat(assertThrows(IllegalStateException.class, () -> model.adapt(DATA)))
                    .hasMessageThat()
                    .contains("write @Standardize");
        }
    }
}
