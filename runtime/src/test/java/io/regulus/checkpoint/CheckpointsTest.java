package io.regulus.checkpoint;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.annotations.MonitorMode;
import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.save.ModelFile;
import io.regulus.save.ModelState;
import io.regulus.save.SafetensorsFile;
import io.regulus.save.SaveFormatException;
import io.regulus.save.SealedFile;
import io.regulus.testing.ForkedJvm;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.train.Callback;
import io.regulus.train.EarlyStopping;
import io.regulus.train.Ending;
import io.regulus.train.EpochResult;
import io.regulus.train.Fit;
import io.regulus.train.History;
import io.regulus.train.StepResult;
import io.regulus.train.TrainingRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in a folder of checkpoints, and what is refused. */
class CheckpointsTest {
    private static final Dataset DATA = Samples.labelled(70, 6, 3, 9);
    private static final Dataset VALIDATION = Samples.labelled(30, 6, 3, 4);
    private static final int STEPS = 5;

    @TempDir
    Path folder;

    private Fit fit(int epochs) {
        return Fit.epochs(epochs).batchSize(16).validateOn(VALIDATION).verbose(false);
    }

    private Fit kept(int epochs) {
        return fit(epochs).checkpoints(Checkpoints.in(folder));
    }

    private static History train(Fit fit) {
        try (RunModels_EverythingModel model = RunModels_EverythingModel.create()) {
            return model.fit(DATA, fit);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void breakOff(Fit fit, BrokenOff how) {
        assertThrows(BrokenOff.class, () -> train(fit.callback(how)));
    }

    // What is kept

    @Test
    void theLastAreKept() throws IOException {
        train(fit(4).checkpoints(Checkpoints.in(folder).everySteps(4).keepLast(2)));
        assertThat(names()).containsExactly(".lock", "step-000000000020", "step-000000000020-epoch-4");
        train(fit(5).checkpoints(Checkpoints.in(folder).keepLast(3)));
        assertThat(names())
                .containsExactly(
                        ".lock", "step-000000000020", "step-000000000020-epoch-4", "step-000000000025-epoch-5");
    }

    @Test
    void epochsWithoutCheckpointHaveNone() throws IOException {
        train(fit(5).checkpoints(Checkpoints.in(folder).everyEpochs(2).keepLast(9)));
        assertThat(names())
                .containsExactly(
                        ".lock", "step-000000000010-epoch-2", "step-000000000020-epoch-4", "step-000000000025-epoch-5");
    }

    @Test
    void theBestEpochIsKeptWhateverBecomesOfTheOthers() {
        Checkpoints checkpoints = Checkpoints.in(folder).keepLast(1).keepBest("val_accuracy");
        Map<Integer, SavedState> states = new LinkedHashMap<>();
        try (RunModels_EverythingModel model = RunModels_EverythingModel.create()) {
            History history = model.fit(DATA, fit(6).checkpoints(checkpoints).callback(new Callback() {
                @Override
                public void onEpochEnd(TrainingRun run, EpochResult epoch) {
                    states.put(epoch.epoch(), SavedState.of(model));
                }
            }));
            double[] accuracy = history.validationMetric("accuracy");
            int best = 0;
            for (int i = 1; i < accuracy.length; i++) {
                best = accuracy[i] > accuracy[best] ? i : best;
            }
            assertWithMessage("an epoch before the last is the best: %s", Arrays.toString(accuracy))
                    .that(best)
                    .isLessThan(accuracy.length - 1);
            try (RunModels_EverythingModel loaded = RunModels_EverythingModel.load(checkpoints.best())) {
                states.get(best + 1).assertStateOf(loaded);
                assertThat(loaded.evaluate(VALIDATION).metric("accuracy")).isEqualTo(accuracy[best]);
            }
        }
    }

    /** The best score goes on with the run: an epoch that is only better than those since the break does not replace it. */
    @Test
    void theBestScoreGoesOn() throws IOException {
        Checkpoints checkpoints = Checkpoints.in(folder).keepBest("loss").everySteps(1);
        Callback worse = new Callback() {
            @Override
            public void onEpochStart(TrainingRun run, int epoch) {
                run.learningRate(epoch == 1 ? 0.01 : 5);
            }
        };
        breakOff(fit(4).checkpoints(checkpoints).callback(worse), BrokenOff.inStep(2 * STEPS + 2));
        byte[] best = Files.readAllBytes(checkpoints.best().resolve(ModelFile.FILE_NAME));
        History history = train(fit(4).checkpoints(checkpoints).callback(worse));
        assertThat(Arrays.stream(history.loss()).min().orElseThrow()).isEqualTo(history.loss()[0]);
        assertThat(Files.readAllBytes(checkpoints.best().resolve(ModelFile.FILE_NAME)))
                .isEqualTo(best);
    }

    /** A metric that was not watched before has a history all the same: epochs that are no better than those of it are not the best. */
    @Test
    void theBestScoreOfAnotherMetricIsThatOfTheHistory() throws IOException {
        Callback worse = new Callback() {
            @Override
            public void onEpochStart(TrainingRun run, int epoch) {
                run.learningRate(epoch == 1 ? 0.01 : 5);
            }
        };
        Checkpoints none = Checkpoints.in(folder.resolve("none"));
        train(fit(2).checkpoints(none).callback(worse));
        History history = train(fit(4).checkpoints(none.keepBest("loss")).callback(worse));
        assertThat(Arrays.stream(history.loss()).min().orElseThrow()).isEqualTo(history.loss()[0]);
        assertThat(Files.exists(none.best())).isFalse();

        Checkpoints other = Checkpoints.in(folder.resolve("other"));
        train(fit(2).checkpoints(other.keepBest("val_loss")).callback(worse));
        byte[] best = Files.readAllBytes(other.best().resolve(ModelFile.FILE_NAME));
        train(fit(4).checkpoints(other.keepBest("loss")).callback(worse));
        assertThat(Files.readAllBytes(other.best().resolve(ModelFile.FILE_NAME)))
                .isEqualTo(best);
    }

    /** The same metric the other way round: what was the best of it may be the worst now. */
    @Test
    void theBestScoreOfTheOtherWayIsThatOfTheHistory() {
        Callback rates = new Callback() {
            @Override
            public void onEpochStart(TrainingRun run, int epoch) {
                run.learningRate(new double[] {0.01, 4, 0.01, 0.1, 30}[epoch - 1]);
            }
        };
        Checkpoints low = Checkpoints.in(folder).keepBest("loss");
        Checkpoints high = Checkpoints.in(folder).keepBest("loss", MonitorMode.MAX);
        train(fit(3).checkpoints(low).callback(rates));
        assertBestIsOfStep(STEPS);
        double[] four = train(fit(4).checkpoints(high).callback(rates)).loss();
        assertThat(four[3]).isGreaterThan(four[0]);
        assertThat(four[3]).isLessThan(four[2]);
        assertBestIsOfStep(STEPS);
        double[] five = train(fit(5).checkpoints(high).callback(rates)).loss();
        assertThat(five[4]).isGreaterThan(five[2]);
        assertBestIsOfStep(5 * STEPS);
    }

    private void assertBestIsOfStep(long step) {
        try (RunModels_EverythingModel best =
                RunModels_EverythingModel.load(Checkpoints.in(folder).best())) {
            assertThat(best.steps()).isEqualTo(step);
        }
    }

    @Test
    void whatIsNotWatchedCannotBeTheBest() {
        assertFails(
                IllegalArgumentException.class,
                () -> train(fit(1).checkpoints(Checkpoints.in(folder).keepBest("val_f1"))),
                "keepBest watches 'val_f1'",
                "accuracy");
    }

    @Test
    void aCheckpointIsASavedModel() {
        try (RunModels_EverythingModel model = RunModels_EverythingModel.create()) {
            model.attach("vocabulary", "[\"a\"]");
            model.fit(DATA, kept(2));
            Path checkpoint = folder.resolve("step-000000000010-epoch-2");
            try (RunModels_EverythingModel loaded = RunModels_EverythingModel.load(checkpoint)) {
                assertThat(loaded.steps()).isEqualTo(10);
                assertThat(loaded.attachment("vocabulary")).hasValue("[\"a\"]");
            }
        }
        try (RunModels_EverythingModel model = RunModels_EverythingModel.create()) {
            model.fit(DATA, kept(2));
            assertThat(model.attachment("vocabulary")).hasValue("[\"a\"]");
            model.attach("vocabulary", "[\"b\"]");
            assertFails(
                    CheckpointMismatchException.class, () -> model.fit(DATA, kept(3)), "'vocabulary'", "another text");
        }
    }

    @Test
    void numbersBelowOneAreRefused() {
        Checkpoints checkpoints = Checkpoints.in(folder);
        assertFails(IllegalArgumentException.class, () -> checkpoints.everySteps(0), "everySteps = 0");
        assertFails(IllegalArgumentException.class, () -> checkpoints.everyEpochs(0), "everyEpochs = 0");
        assertFails(IllegalArgumentException.class, () -> checkpoints.keepLast(0), "keepLast = 0");
    }

    // What is torn

    /** Every way to cut a file short: in its length, its header, at the border of header and data, in the data, at the last byte. */
    @Test
    void aTornCheckpointIsSetAsideAndTheOneBeforeTaken() throws IOException {
        Fit fit = fit(3).checkpoints(Checkpoints.in(folder).everySteps(1));
        breakOff(fit, BrokenOff.inStep(9));
        Map<Path, byte[]> whole = contents();
        String newest = "step-000000000008";
        History straight = train(fit(3));
        for (String name : List.of(ModelFile.FILE_NAME, StoredRun.FILE_NAME)) {
            byte[] file = whole.get(folder.resolve(newest).resolve(name));
            int header = 8 + (file[0] & 0xff) + ((file[1] & 0xff) << 8) + ((file[2] & 0xff) << 16);
            for (int length :
                    new int[] {0, 7, 8, 9, header - 1, header, header + 1, file.length / 2, file.length - 1}) {
                write(whole);
                Files.write(folder.resolve(newest).resolve(name), Arrays.copyOf(file, length));
                assertGoesOnFrom(7, newest, name + " cut to " + length + " bytes");
            }
            byte[] changed = file.clone();
            changed[file.length - 2] ^= 4;
            write(whole);
            Files.write(folder.resolve(newest).resolve(name), changed);
            assertGoesOnFrom(7, newest, name + " changed in a bit");
            write(whole);
            Files.delete(folder.resolve(newest).resolve(name));
            assertGoesOnFrom(7, newest, name + " gone");
            write(whole);
            Files.copy(
                    folder.resolve("step-000000000007").resolve(name),
                    folder.resolve(newest).resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
            assertGoesOnFrom(7, newest, name + " of another checkpoint");
        }
        write(whole);
        assertThat(train(fit).loss()).isEqualTo(straight.loss());
    }

    private void assertGoesOnFrom(int step, String torn, String how) throws IOException {
        CheckpointFolder.Found found = new CheckpointFolder(folder).newest().orElseThrow();
        assertWithMessage(how).that(found.name().step()).isEqualTo(step);
        assertWithMessage(how).that(names()).contains("damaged-" + torn);
        assertWithMessage(how).that(names()).doesNotContain(torn);
    }

    private Map<Path, byte[]> contents() throws IOException {
        Map<Path, byte[]> contents = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file, Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private static void write(Map<Path, byte[]> contents) throws IOException {
        for (Map.Entry<Path, byte[]> file : contents.entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.write(file.getKey(), file.getValue());
        }
    }

    @Test
    void whereNoneIsWholeNothingIsTrainedOver() throws IOException {
        train(kept(2));
        for (Path file : contents().keySet()) {
            if (file.endsWith(StoredRun.FILE_NAME)) {
                Files.write(file, new byte[3]);
            }
        }
        List<String> before = names();
        assertFails(
                SaveFormatException.class,
                () -> train(kept(3)),
                "none of the checkpoints in " + folder,
                "step-000000000010-epoch-2",
                "startAnew()");
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void whatADyingProcessLeftIsTidiedAway() throws IOException {
        train(kept(1));
        Path left = Files.createDirectories(folder.resolve(".regulus-tmp-00000000-0000-4000-8000-000000000000"));
        Files.writeString(left.resolve(ModelFile.FILE_NAME), "half");
        Path mine = Files.writeString(folder.resolve("notes.txt"), "mine");
        Path mineToo = Files.createDirectories(folder.resolve(".tmp-data"));
        Path best = Files.createDirectories(folder.resolve("best"));
        Path half = Files.writeString(best.resolve(ModelFile.FILE_NAME + ".999999999999-0.tmp"), "half");
        Path other = Files.writeString(best.resolve("notes.tmp"), "mine");
        train(kept(2));
        assertThat(Files.exists(left)).isFalse();
        assertThat(Files.exists(mineToo)).isTrue();
        assertThat(Files.exists(half)).isFalse();
        assertThat(Files.exists(other)).isTrue();
        assertThat(Files.exists(mine)).isTrue();
    }

    @Test
    void aNewerFormatIsRefusedAndNotPassedOver() throws IOException {
        train(kept(2));
        newerFormatIsRefused(StoredRun.FILE_NAME, "regulus.checkpoint");
        newerFormatIsRefused(ModelFile.FILE_NAME, "regulus.format");
    }

    private void newerFormatIsRefused(String name, String key) throws IOException {
        Path file = folder.resolve("step-000000000010-epoch-2").resolve(name);
        byte[] whole = Files.readAllBytes(file);
        SafetensorsFile.Content content = SafetensorsFile.read(file);
        Map<String, String> newer = new LinkedHashMap<>(content.metadata());
        newer.put(key, "2");
        SealedFile.write(file, newer, content.tensors());
        List<String> before = names();
        assertFails(CheckpointMismatchException.class, () -> train(kept(3)), name, "format 2", "newer Regulus");
        assertThat(names()).isEqualTo(before);
        Files.write(file, whole);
    }

    // What is refused

    @Test
    void anotherNetworkIsRefusedWithItsDifferences() {
        train(kept(1));
        try (RunModels_WiderModel wider = RunModels_WiderModel.create()) {
            SavedState before = SavedState.of(wider);
            assertFails(
                    CheckpointMismatchException.class,
                    () -> wider.fit(DATA, kept(2)),
                    "step-000000000005-epoch-1",
                    "RunModels.Everything",
                    "RunModels.Wider",
                    "hidden/kernel: saved as F32 [6, 8], expected F32 [6, 9]",
                    "logits/kernel/m",
                    "startAnew()");
            before.assertStateOf(wider);
        }
    }

    @Test
    void otherDataAndSettingsAreRefusedWithTheCure() {
        train(kept(1).seed(7));
        assertRefused(kept(2).seed(7).batchSize(15), "batchSize = 15, in the run 16: write Fit.batchSize(16)");
        assertRefused(kept(2), "seed of the row order = 0, in the run 7: write Fit.seed(7)");
        assertRefused(kept(2).shuffle(false), "shuffle = false, in the run true: write Fit.shuffle(true)");
        assertRefused(
                kept(2).seed(7).validateOn(VALIDATION.take(29)), "rows of the validation data = 29, in the run 30");
        try (RunModels_EverythingModel model = RunModels_EverythingModel.create()) {
            assertFails(
                    CheckpointMismatchException.class,
                    () -> model.fit(DATA.take(69), kept(2).seed(7)),
                    "rows of the training data = 69, in the run 70: give fit the 70 rows of the run");
        }
        Settings seeded = Settings.defaults().withSeed(5);
        try (RunModels_EverythingModel model = RunModels_EverythingModel.create(seeded)) {
            assertFails(
                    CheckpointMismatchException.class,
                    () -> model.fit(DATA, kept(2).seed(7)),
                    "seed of the model = 5, in the run 1: create the model with Settings.defaults().withSeed(1)");
        }
        RunModels_EverythingHyperparameters tuned =
                RunModels_EverythingHyperparameters.of(Map.of("hidden.dropout", 0.25));
        try (RunModels_EverythingModel model = RunModels_EverythingModel.create(tuned)) {
            assertFails(
                    CheckpointMismatchException.class,
                    () -> model.fit(DATA, kept(2).seed(7)),
                    "hidden.dropout = 0.25, in the run 0.3: create the model with hidden.dropout = 0.3");
        }
        train(kept(2).seed(7));
    }

    /** Fewer epochs than the run has trained, or has begun, cannot be what it ends with; as many as it has begun can. */
    @Test
    void fewerEpochsThanTheRunHasBegunAreRefused() {
        breakOff(fit(4).checkpoints(Checkpoints.in(folder).everySteps(1)), BrokenOff.inStep(2 * STEPS + 2));
        for (int epochs : new int[] {1, 2}) {
            assertRefused(
                    kept(epochs),
                    "epochs = " + epochs + ", but the run has begun epoch 3: write Fit.epochs(3) or more",
                    "startAnew()");
        }
        History straight = train(fit(3));
        assertThat(train(kept(3)).loss()).isEqualTo(straight.loss());
        assertRefused(kept(2), "epochs = 2, but the run has trained 3: write Fit.epochs(3) or more");
        assertThat(train(kept(3)).ending().kind()).isEqualTo(Ending.Kind.COMPLETED);
        assertThat(train(kept(4)).epochs()).hasSize(4);
    }

    @Test
    void annotationsThatCameOrWentAreTold() {
        train(kept(1));
        // as a user renames a class: the annotations are what else has changed
        Path checkpoint = folder.resolve("step-000000000005-epoch-1");
        String renamed = "io.regulus.checkpoint.RunModels.OtherwiseRegularised";
        ModelFile.write(checkpoint, ModelFile.read(checkpoint).withModelName(renamed));
        try (RunModels_OtherwiseRegularisedModel model = RunModels_OtherwiseRegularisedModel.create()) {
            assertFails(
                    CheckpointMismatchException.class,
                    () -> model.fit(DATA, kept(2)),
                    "l2 = 0.001 in the run, and is not there now: write the annotation that said it",
                    "logits.l1 = 1.0E-4, which the run did not have");
        }
    }

    /** The order of a stream's rows is its own: a run that was broken off within an epoch would see some twice and others never. */
    @Test
    void aStreamIsNoDatasetThatGoesOn() {
        breakOff(fit(2).checkpoints(Checkpoints.in(folder).everySteps(1)), BrokenOff.inStep(STEPS + 2));
        try (RunModels_EverythingModel model = RunModels_EverythingModel.create()) {
            assertFails(
                    CheckpointMismatchException.class,
                    () -> model.fit(DataStream.of(DATA), kept(2)),
                    "kind of the training data = stream, in the run dataset: give fit the dataset of the run");
        }
        assertRefused(
                Fit.epochs(2).batchSize(16).verbose(false).checkpoints(Checkpoints.in(folder)),
                "validated = false, in the run true");
    }

    @Test
    void aFitThatIsRefusedDeletesNoRun() throws IOException {
        train(kept(2));
        List<String> before = names();
        Fit anew = fit(2).checkpoints(Checkpoints.in(folder).startAnew());
        assertFails(
                IllegalArgumentException.class,
                () -> train(anew.callback(EarlyStopping.patience(3).monitor("nonsense"))),
                "nonsense");
        breakOff(anew, BrokenOff.inStep(1));
        assertThat(names()).isEqualTo(before);
        assertThat(train(kept(2)).epochs()).hasSize(2);
        breakOff(anew, BrokenOff.inEpochEnd(2));
        assertThat(names()).containsExactly(".lock", "step-000000000005-epoch-1");
    }

    private static void assertRefused(Fit fit, String... parts) {
        assertFails(CheckpointMismatchException.class, () -> train(fit), parts);
    }

    @Test
    void oneFitAtATimeHasTheFolder() {
        Callback second = new Callback() {
            @Override
            public void onFitStart(TrainingRun run) {
                assertFails(
                        IllegalStateException.class,
                        () -> train(kept(1)),
                        folder.toString(),
                        "another fit, of this process",
                        "a folder of its own");
            }
        };
        train(kept(1).callback(second));
        train(kept(2));
    }

    /** Tries to have the folder that it is given, as a fit does. */
    static final class Taker {
        private Taker() {}

        public static void main(String... args) throws IOException {
            try (FolderLock lock = FolderLock.take(Path.of(System.getProperty("folder")))) {
                System.out.println("taken: " + (lock != null));
            } catch (IllegalStateException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    @Test
    void oneProcessAtATimeHasTheFolder() throws IOException {
        try (FolderLock lock = FolderLock.take(folder)) {
            assertThat(lock).isNotNull();
            // a refused one of this process gives nothing back
            assertThrows(IllegalStateException.class, () -> FolderLock.take(folder));
            ForkedJvm other = ForkedJvm.run(Taker.class, jar -> true, "-Dfolder=" + folder);
            assertThat(other.output())
                    .contains("in process " + ProcessHandle.current().pid());
        }
        assertThat(ForkedJvm.run(Taker.class, jar -> true, "-Dfolder=" + folder).output())
                .contains("taken");
    }

    // What cannot be written

    @Test
    void aFolderThatCannotBeIsRefusedBeforeTheFirstStep() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        int[] steps = {0};
        Fit fit = fit(1).checkpoints(Checkpoints.in(file.resolve("run"))).callback(new Callback() {
            @Override
            public void onStep(TrainingRun run, StepResult step) {
                steps[0]++;
            }
        });
        assertFails(UncheckedIOException.class, () -> train(fit), file.toString(), "can be written");
        assertThat(steps[0]).isEqualTo(0);
    }

    /** As on a full disk: the checkpoint fails in the middle of the run, those before it stay, and nothing half-written is left. */
    @Test
    void aCheckpointThatCannotBeWrittenLeavesThoseBefore() throws IOException {
        Path inTheWay = folder.resolve("step-000000000007");
        Fit fit = fit(3).checkpoints(Checkpoints.in(folder).everySteps(1));
        Callback block = new Callback() {
            @Override
            public void onStep(TrainingRun run, StepResult step) {
                if (step.step() == 6) {
                    try {
                        Files.createDirectories(inTheWay);
                        Files.writeString(inTheWay.resolve("file"), "");
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                }
            }
        };
        assertFails(
                UncheckedIOException.class,
                () -> train(fit.callback(block)),
                "cannot write the checkpoint step-000000000007",
                "Those before it are whole");
        assertThat(names().stream().filter(name -> name.startsWith(".tmp"))).isEmpty();
        assertThat(names()).containsAtLeast("step-000000000006", "step-000000000005-epoch-1");
        History history = train(fit(3).checkpoints(Checkpoints.in(folder)));
        assertThat(history.ending().kind()).isEqualTo(Ending.Kind.COMPLETED);
        assertThat(history.loss()).isEqualTo(train(fit(3)).loss());
    }

    // What is in the files

    @Test
    void nothingButNumbersAndTextIsStored() {
        train(kept(2));
        Path newest = folder.resolve("step-000000000010-epoch-2");
        ModelState model = ModelFile.read(newest);
        assertThat(model.seed()).isEqualTo(1);
        assertThat(model.hyperparameters()).containsEntry("hidden.dropout", "0.3");
        SafetensorsFile.Content run = SafetensorsFile.read(newest.resolve(StoredRun.FILE_NAME));
        assertThat(run.metadata())
                .containsAtLeast(
                        "regulus.checkpoint", "1",
                        "run.epochs", "2",
                        "run.steps", "0",
                        "setting.batchSize", "16",
                        "history.metrics", "accuracy",
                        "callback.io.regulus.train.EarlyStopping#1/wait", "0.0");
    }
}
