package io.regulus.train;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.testing.Nets_BytesModel;
import io.regulus.testing.Nets_FullModel;
import io.regulus.testing.Nets_IntsModel;
import io.regulus.testing.Nets_LineModel;
import io.regulus.testing.Nets_YesNoModel;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Data that does not fit is refused in words, before anything runs. */
class DataCheckTest {
    private static final Fit QUIET = Fit.epochs(1).verbose(false);

    private static void assertRefused(Model model, Dataset data, String... parts) {
        SavedState before = SavedState.of(model);
        assertFails(IllegalArgumentException.class, () -> model.fit(data, QUIET), add(parts, "training data"));
        assertFails(IllegalArgumentException.class, () -> model.trainOnBatch(data), add(parts, "batch data"));
        assertFails(IllegalArgumentException.class, () -> model.evaluate(data), add(parts, "evaluation data"));
        before.assertStateOf(model);
    }

    private static String[] add(String[] parts, String part) {
        String[] all = java.util.Arrays.copyOf(parts, parts.length + 1);
        all[parts.length] = part;
        return all;
    }

    @Test
    void aLabelOutOfRangeIsNamedWithItsRow() {
        int[] labels = {0, 2, 1, 3, 0};
        try (Nets_FullModel model = Nets_FullModel.create()) {
            assertRefused(
                    model,
                    Dataset.of(Samples.rows(5, 6, 1), labels),
                    "label 3 in row 3",
                    "io.regulus.testing.Nets.Full",
                    "classes 0 to 2");
        }
        try (Nets_YesNoModel model = Nets_YesNoModel.create()) {
            assertRefused(
                    model, Dataset.of(Samples.rows(2, 3, 1), new int[] {1, 2}), "label 2 in row 1", "classes 0 to 1");
        }
    }

    @Test
    void labelsThatBeginAtOneAreToldFromThoseThatAreWrong() {
        String cure = "classes 0 to 2: the labels seem to be counted from 1, take 1 away from each.";
        try (Nets_FullModel model = Nets_FullModel.create()) {
            assertRefused(model, Dataset.of(Samples.rows(4, 6, 1), new int[] {1, 2, 3, 1}), "label 3 in row 2", cure);
            for (int[] labels : new int[][] {{1, 0, 3, 1}, {1, 2, 4, 1}}) {
                IllegalArgumentException wrong = assertThrows(
                        IllegalArgumentException.class,
                        () -> model.evaluate(Dataset.of(Samples.rows(4, 6, 1), labels)));
                assertThat(wrong).hasMessageThat().doesNotContain("counted from 1");
            }
        }
    }

    @Test
    void rowsOfAnotherWidthAreRefused() {
        try (Nets_FullModel model = Nets_FullModel.create()) {
            assertRefused(model, Samples.labelled(4, 5, 3, 1), "5 features per row", "takes 6");
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.predict(Samples.rows(2, 7, 1)),
                    "prediction data has 7 features per row",
                    "takes 6");
        }
        try (Nets_BytesModel model = Nets_BytesModel.create()) {
            assertRefused(
                    model, Dataset.ofBytes(new byte[1][3], new int[1]), "3 features per row", "takes 4 (2 x 2 x 1)");
        }
    }

    @Test
    void targetsOfAnotherKindAreRefused() {
        try (Nets_FullModel model = Nets_FullModel.create()) {
            assertRefused(model, Dataset.of(Samples.rows(4, 6, 1)), "has no targets", "classifier", "int labels");
            assertRefused(model, Samples.valued(4, 6, 1, 1), "has float targets", "classifier", "int labels");
        }
        try (Nets_LineModel model = Nets_LineModel.create()) {
            assertRefused(model, Dataset.of(Samples.rows(4, 3, 1)), "has no targets", "regressor", "float targets");
            assertRefused(model, Samples.labelled(4, 3, 2, 1), "has int labels", "regressor", "float targets");
            assertRefused(model, Samples.valued(4, 3, 1, 1), "has 1 targets per row", "gives 2");
        }
    }

    @Test
    void featuresOfAnotherTypeAreRefused() {
        try (Nets_BytesModel model = Nets_BytesModel.create()) {
            assertRefused(model, Samples.labelled(4, 4, 2, 1), "takes bytes", "Dataset.ofBytes");
        }
        try (Nets_IntsModel model = Nets_IntsModel.create()) {
            assertRefused(model, Samples.labelled(4, 3, 2, 1), "takes ints", "Dataset.ofInts");
        }
    }

    /** As of a folder of tests that lacks a class of the training's: its labels would stand for others. */
    @Test
    void otherClassesThanThoseOfTrainingAreRefused() {
        Dataset plain = Samples.labelled(8, 6, 2, 1);
        Dataset train = plain.withClassNames(List.of("ape", "bee", "cat"));
        Dataset lacking = plain.withClassNames(List.of("ape", "cat"));
        Dataset renamed = plain.withClassNames(List.of("ape", "bee", "cow"));
        String[] shifted = {
            "has other classes than the training data: label 1 is 'cat', and there it is 'bee'",
            "classes(model.classNames())",
            "model.setClassNames(...)"
        };
        try (Nets_FullModel model = Nets_FullModel.create()) {
            for (Executable fit : List.<Executable>of(
                    () -> model.fit(train, QUIET.validateOn(lacking)),
                    () -> model.fit(train, QUIET.validateOn(DataStream.of(lacking))))) {
                assertFails(IllegalArgumentException.class, fit, add(shifted, "validation data"));
            }
            model.fit(DataStream.of(train), QUIET.validateOn(train));
            assertFails(IllegalArgumentException.class, () -> model.evaluate(lacking), add(shifted, "evaluation data"));
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.evaluate(DataStream.of(renamed)),
                    "label 2 is 'cow', and there it is 'cat'");
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.evaluate(plain.withClassNames(List.of("ape", "bee"))),
                    "label 2 is none of 2 classes, and there it is 'cat'");
            model.evaluate(train);
            model.evaluate(plain);
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.fit(plain, QUIET.validateOn(renamed)),
                    "validation data",
                    "label 2 is 'cow', and there it is 'cat'");
        }
    }

    /** Every null that a caller gives is named as such, not as a variable of the library. */
    @Test
    void nullIsNamed() {
        Dataset data = Samples.labelled(8, 6, 2, 1);
        try (Nets_FullModel model = Nets_FullModel.create()) {
            for (Executable use : List.<Executable>of(
                    () -> model.fit((Dataset) null, QUIET),
                    () -> model.fit((DataStream) null, QUIET),
                    () -> model.fit(data, null),
                    () -> model.evaluate((Dataset) null),
                    () -> model.predict((float[][]) null),
                    () -> model.setWeights(null),
                    () -> model.attach("name", null),
                    () -> model.save(null),
                    () -> Nets_FullModel.load(null),
                    () -> QUIET.validateOn((Dataset) null),
                    () -> QUIET.callback(null))) {
                assertFails(NullPointerException.class, use, " is null; give");
            }
        }
    }

    /** A label stands for one class: in every fit, and for whoever loads the model. */
    @Test
    void theClassesAreKeptWithTheModel(@TempDir Path folder) {
        Dataset plain = Samples.labelled(8, 6, 2, 1);
        Dataset train = plain.withClassNames(List.of("ape", "bee", "cat"));
        Dataset others = plain.withClassNames(List.of("ape", "cat"));
        try (Nets_FullModel model = Nets_FullModel.create()) {
            assertThat(model.classNames()).isEmpty();
            Callback refusal = new Callback() {
                @Override
                public void onFitStart(TrainingRun run) {
                    throw new IllegalStateException("refused");
                }
            };
            assertFails(IllegalStateException.class, () -> model.fit(others, QUIET.callback(refusal)), "refused");
            assertThat(model.classNames()).isEmpty();
            model.fit(plain, QUIET);
            model.fit(train, QUIET);
            assertThat(model.classNames()).containsExactly("ape", "bee", "cat").inOrder();
            for (Executable use : List.<Executable>of(
                    () -> model.fit(others, QUIET),
                    () -> model.fit(DataStream.of(others), QUIET),
                    () -> model.fit(DataStream.of(train), QUIET.validateOn(others)),
                    () -> model.trainOnBatch(others))) {
                assertFails(IllegalArgumentException.class, use, "label 1 is 'cat', and there it is 'bee'");
            }
            model.save(folder);
        }
        try (Nets_FullModel loaded = Nets_FullModel.load(folder)) {
            assertFails(IllegalArgumentException.class, () -> loaded.evaluate(others), "label 1 is 'cat'");
            loaded.evaluate(train);
            loaded.setClassNames(List.of("ape", "cat", "dog"));
            loaded.evaluate(others.withClassNames(List.of("ape", "cat", "dog")));
            assertFails(
                    IllegalArgumentException.class, () -> loaded.setClassNames(List.of("a", "a")), "'a' occurs twice");
            loaded.setClassNames(List.of());
            loaded.evaluate(others);
        }
    }

    @Test
    void validationDataIsCheckedBeforeTraining() {
        try (Nets_FullModel model = Nets_FullModel.create()) {
            SavedState before = SavedState.of(model);
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.fit(Samples.labelled(8, 6, 3, 1), QUIET.validateOn(Dataset.of(Samples.rows(2, 6, 1)))),
                    "validation data has no targets");
            before.assertStateOf(model);
        }
    }
}
