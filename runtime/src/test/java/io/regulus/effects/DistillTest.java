package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.ensemble.Ensemble;
import io.regulus.model.Model;
import io.regulus.model.Parameter;
import io.regulus.testing.Nets_FullModel;
import io.regulus.testing.SavedState;
import io.regulus.train.Fit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps of distillation against those of PyTorch, which {@code make_distill_fixtures.py} prints; how a teacher is given. */
class DistillTest {
    private static final Dataset ROWS =
            Dataset.of(new float[][] {{1, -2}, {0.5f, 3}}).withRowWeights(1, 0.5f);
    private static final List<float[][]> SAID =
            List.<float[][]>of(new float[][] {{0.7f, 0.2f, 0.1f}, {0, 0.25f, 0.75f}});
    private static final Dataset LABELLED = ROWS.withLabels(0, 1);
    private static final Fit FIT = Fit.epochs(2).batchSize(1).verbose(false);

    @Test
    void classesMoveAsInPytorch() {
        try (RDropModels_PupilModel model = RDropModels_PupilModel.create()) {
            Parameter kernel = model.layers().out().kernel();
            kernel.set(0.5f, -0.3f, 0.1f, 0.2f, 0.4f, -0.6f);
            assertStep(
                    model,
                    kernel,
                    LABELLED.withSoftTargets(SAID),
                    1.226245161,
                    0.526867342,
                    -0.294870951,
                    0.068003609,
                    0.083466127,
                    0.42334178,
                    -0.506807907);
        }
    }

    @Test
    void answersMoveAsInPytorch() {
        try (RDropModels_YesPupilModel model = RDropModels_YesPupilModel.create()) {
            Parameter kernel = model.layers().out().kernel();
            kernel.set(0.5f, -0.4f);
            Dataset data = ROWS.withLabels(1, 1).withSoftTargets(List.<float[][]>of(new float[][] {{0.9f}, {0.2f}}));
            assertStep(model, kernel, data, 0.342620969, 0.517038423, -0.382618215);
        }
    }

    @Test
    void numbersMoveAsInPytorch() {
        try (RDropModels_NumbersPupilModel model = RDropModels_NumbersPupilModel.create()) {
            Parameter kernel = model.layers().out().kernel();
            kernel.set(0.5f, -0.3f, 0.2f, 0.4f);
            Dataset data = ROWS.withValues(new float[] {1, 0, 2, -1}, 2)
                    .withSoftTargets(List.<float[][]>of(new float[][] {{0.5f, 0.5f}, {1.5f, -2}}));
            assertStep(model, kernel, data, 1.370625, 0.5515625, -0.2675, 0.199375, 0.105);
        }
    }

    private static void assertStep(Model model, Parameter kernel, Dataset data, double loss, double... moved) {
        assertThat(model.trainOnBatch(data).loss()).isWithin(1e-6).of(loss);
        float[] values = kernel.values();
        for (int i = 0; i < moved.length; i++) {
            assertThat((double) values[i]).isWithin(1e-6).of(moved[i]);
        }
    }

    /** The teacher of a fit is the soft targets of its rows, in memory and on a stream; another network or an ensemble. */
    @Test
    void aTeacherIsGivenToTheFitOrToTheData() {
        try (RDropModels_ClassesModel teacher = RDropModels_ClassesModel.create();
                Ensemble<RDropModels_ClassesModel> ensemble =
                        Ensemble.of(2, RDropModels_ClassesModel.type()).seeds(LABELLED, FIT);
                Model asked = RDropModels_PupilModel.create();
                Model told = RDropModels_PupilModel.create();
                Model streamed = RDropModels_PupilModel.create()) {
            asked.fit(LABELLED, FIT.shuffle(false).teacher(teacher::outputs));
            told.fit(LABELLED.withSoftTargets(teacher.outputs(ROWS)), FIT.shuffle(false));
            streamed.fit(DataStream.of(LABELLED), FIT.teacher(teacher::outputs));
            SavedState.of(asked).assertStateOf(told);
            SavedState.of(asked).assertStateOf(streamed);
            streamed.fit(LABELLED, FIT.teacher(ensemble::outputs));
            SavedState.of(asked).assertNotStateOf(streamed);
        }
    }

    @Test
    void atAlphaZeroAndInEvaluationTheTeacherCountsNothing() {
        try (RDropModels_PupilModel off = RDropModels_PupilModel.create(
                        RDropModels_PupilHyperparameters.defaults().withDistill(taught -> taught.withAlpha(0)));
                Model untaught = RDropModels_UntaughtModel.create();
                RDropModels_PupilModel on = RDropModels_PupilModel.create()) {
            for (int step = 0; step < 3; step++) {
                assertThat(off.trainOnBatch(LABELLED.withSoftTargets(SAID))).isEqualTo(untaught.trainOnBatch(LABELLED));
            }
            SavedState.of(untaught).assertStateOf(off);
            on.setWeights(untaught.weights());
            assertThat(on.evaluate(LABELLED)).isEqualTo(untaught.evaluate(LABELLED));
            assertThat(on.summary()).contains("distill");
        }
    }

    /** (1 - alpha) * J + alpha * D by hand, for one row and two outputs that count 2 and 0.5. */
    @Test
    void outputsCountByTheirWeights() {
        Dataset rows = Dataset.builder()
                .input("row", new float[][] {{1, -2}})
                .labels("kind", 1)
                .values("size", new float[][] {{3}})
                .build();
        List<float[][]> said = List.of(new float[][] {{0.8f, 0.2f}}, new float[][] {{1}});
        try (RDropModels_SeveralPupilModel model = RDropModels_SeveralPupilModel.create()) {
            model.layers().kind().kernel().set(0.5f, -0.5f, 0.25f, 0.5f);
            model.layers().size().kernel().set(1, 0.5f);
            // logits 0 and -1.5; at temperature 2 they are 0 and -0.75
            double cross = Math.log(1 + Math.exp(1.5));
            double p = 1 / (1 + Math.exp(-0.75));
            double q = Math.sqrt(0.8) / (Math.sqrt(0.8) + Math.sqrt(0.2));
            double apart = 4 * (q * Math.log(q / p) + (1 - q) * Math.log((1 - q) / (1 - p)));
            // the number is 1 * 1 - 2 * 0.5 = 0
            double kind = 0.75 * cross + 0.25 * apart;
            double size = 0.75 * 9 + 0.25 * 1;
            assertThat(model.trainOnBatch(rows.withSoftTargets(said)).loss())
                    .isWithin(1e-5)
                    .of(2 * kind + 0.5 * size);
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        try (Model pupil = RDropModels_PupilModel.create();
                Model plain = RDropModels_OnceModel.create();
                Model yes = RDropModels_YesModel.create();
                Nets_FullModel other = Nets_FullModel.create()) {
            assertFails(
                    IllegalArgumentException.class,
                    () -> pupil.fit(LABELLED, FIT),
                    "@Distill, and there is none",
                    "fit.teacher(model::outputs)");
            assertFails(IllegalArgumentException.class, () -> pupil.trainOnBatch(LABELLED), "withSoftTargets");
            assertFails(
                    IllegalArgumentException.class,
                    () -> plain.fit(LABELLED, FIT.teacher(pupil::outputs)),
                    "learns from none",
                    "write @Distill");
            assertFails(
                    IllegalArgumentException.class,
                    () -> pupil.fit(LABELLED, FIT.teacher(yes::outputs)),
                    "gives 1 numbers per row",
                    "the same classes");
            assertFails(
                    IllegalArgumentException.class,
                    () -> pupil.fit(LABELLED, FIT.teacher(other::outputs)),
                    "2 features per row");
            assertFails(
                    IllegalArgumentException.class,
                    () -> pupil.trainOnBatch(LABELLED.withSoftTargets(
                            List.<float[][]>of(new float[][] {{1, 0, 0}, {3, -1, 2}}))),
                    "in row 1",
                    "not logits");
            assertFails(
                    IllegalArgumentException.class,
                    () -> LABELLED.withSoftTargets(List.<float[][]>of(new float[1][3])),
                    "2 rows, but 1 soft targets");
            assertThat(pupil.steps()).isEqualTo(0);
        }
    }
}
