package io.regulus.checkpoint;

import io.regulus.data.Dataset;
import io.regulus.save.ModelFile;
import io.regulus.save.NamedTensor;
import io.regulus.save.SafetensorsFile;
import io.regulus.save.SaveFormatException;
import io.regulus.save.SealedFile;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.testing.errors.FolderContents;
import io.regulus.testing.errors.Malformed;
import io.regulus.train.Fit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders that no run can go on from. The one checkpoint that is there is damaged, or of another run: the fit does not begin, the weights of
 * its model stay, and so does all that lies in the folder.
 */
class MalformedCheckpointsTest {
    private static final Dataset DATA = Samples.labelled(70, 6, 3, 9);
    private static final String NAME = "step-000000000005-epoch-1";
    private static final String MODEL = ModelFile.FILE_NAME;
    private static final String RUN = StoredRun.FILE_NAME;
    private static final List<String> NOT_WHOLE = List.of("none of the checkpoints in ", "is whole", "startAnew()");

    @TempDir
    static Path folder;

    private static RunModels_EverythingModel model;
    private static Path kept;

    private final Malformed table = Malformed.of("checkpoint", SaveFormatException.class);

    @BeforeAll
    static void train() {
        kept = folder.resolve("kept");
        model = RunModels_EverythingModel.create();
        fit(kept, 1);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static void fit(Path at, int epochs) {
        model.fit(
                DATA,
                Fit.epochs(epochs).batchSize(16).verbose(false).validateOn(DATA).checkpoints(Checkpoints.in(at)));
    }

    /** What lies there but for the lock, which every fit takes. */
    private static Map<Path, String> contents(Path at) {
        Map<Path, String> contents = new TreeMap<>(FolderContents.of(at));
        contents.keySet().removeAll(Set.of(Path.of(""), Path.of(".lock")));
        return contents;
    }

    private interface Damage {
        void to(Path checkpoint) throws IOException;
    }

    private void refused(String wrong, Damage damage, String... says) throws IOException {
        refused(wrong, SaveFormatException.class, damage, says);
    }

    private void refused(String wrong, Class<? extends RuntimeException> type, Damage damage, String... says)
            throws IOException {
        Path at = Files.createTempDirectory(folder, "run-");
        Path checkpoint = Files.createDirectory(at.resolve(NAME));
        for (String file : List.of(MODEL, RUN)) {
            Files.copy(kept.resolve(NAME).resolve(file), checkpoint.resolve(file));
        }
        damage.to(checkpoint);
        List<String> all = new ArrayList<>(List.of(says));
        if (type == SaveFormatException.class) {
            all.addAll(NOT_WHOLE);
        }
        all.add(at.toString());
        table.untouched(() -> List.of(contents(at), SavedState.of(model).bits()));
        table.refused(wrong, type, () -> fit(at, 2), all.toArray(String[]::new));
    }

    private void bytes(String file, String wrong, UnaryOperator<byte[]> change, String says) throws IOException {
        refused(
                file + " " + wrong,
                checkpoint -> Files.write(
                        checkpoint.resolve(file), change.apply(Files.readAllBytes(checkpoint.resolve(file)))),
                file,
                says);
    }

    private static byte[] flipped(byte[] bytes, int at) {
        bytes[at] ^= 4;
        return bytes;
    }

    @TestFactory
    Collection<DynamicTest> files() throws IOException {
        for (String file : List.of(MODEL, RUN)) {
            bytes(file, "empty", whole -> new byte[0], "too few");
            bytes(file, "cut off in the length of its header", whole -> Arrays.copyOf(whole, 5), "too few");
            bytes(file, "cut off in its header", whole -> Arrays.copyOf(whole, 100), "header is said");
            bytes(file, "cut off in its numbers", whole -> Arrays.copyOf(whole, whole.length - 5), "cut off");
            bytes(file, "with something appended", whole -> Arrays.copyOf(whole, whole.length + 9), "appended");
            bytes(file, "with a bit flipped in its header's length", whole -> flipped(whole, 1), "header");
            bytes(file, "with a bit flipped in a name", whole -> flipped(whole, 60), "damaged");
            bytes(file, "with a bit flipped in its numbers", whole -> flipped(whole, whole.length - 1), "damaged");
            bytes(file, "of text", whole -> "step,loss\n".getBytes(StandardCharsets.UTF_8), "header");
            refused(file + " gone", checkpoint -> Files.delete(checkpoint.resolve(file)), "no " + file);
        }
        refused(
                "an empty folder",
                checkpoint -> {
                    Files.delete(checkpoint.resolve(MODEL));
                    Files.delete(checkpoint.resolve(RUN));
                },
                "no " + RUN);
        refused(
                "the model's file in the place of the run's",
                checkpoint -> Files.write(checkpoint.resolve(RUN), Files.readAllBytes(checkpoint.resolve(MODEL))),
                "no regulus.checkpoint",
                "take it out of the folder");
        refused(
                "the run's file in the place of the model's",
                checkpoint -> Files.write(checkpoint.resolve(MODEL), Files.readAllBytes(checkpoint.resolve(RUN))),
                "not a model saved by Regulus");
        refused(
                "weights of another program",
                checkpoint -> SafetensorsFile.write(
                        checkpoint.resolve(MODEL),
                        Map.of("format", "pt"),
                        List.of(NamedTensor.of("w", new float[1], 1))),
                "not a model saved by Regulus");
        return table.tests();
    }

    /** The run's file with other texts and numbers, sealed as if Regulus had written it. */
    private void run(
            String wrong, Consumer<Map<String, String>> texts, UnaryOperator<NamedTensor> tensors, String... says)
            throws IOException {
        run(wrong, SaveFormatException.class, texts, tensors, says);
    }

    private void run(
            String wrong,
            Class<? extends RuntimeException> type,
            Consumer<Map<String, String>> texts,
            UnaryOperator<NamedTensor> tensors,
            String... says)
            throws IOException {
        refused(
                wrong,
                type,
                checkpoint -> {
                    SafetensorsFile.Content content = SafetensorsFile.read(checkpoint.resolve(RUN));
                    Map<String, String> changed = new LinkedHashMap<>(content.metadata());
                    texts.accept(changed);
                    List<NamedTensor> numbers = new ArrayList<>(content.tensors());
                    numbers.replaceAll(tensors);
                    numbers.removeIf(tensor -> tensor.name().equals("gone"));
                    SealedFile.write(checkpoint.resolve(RUN), changed, numbers);
                },
                says);
    }

    @TestFactory
    Collection<DynamicTest> contentsOfTheRun() throws IOException {
        UnaryOperator<NamedTensor> same = tensor -> tensor;
        run("no number of epochs", texts -> texts.remove("run.epochs"), same, RUN, "no run.epochs");
        run("epochs that are no number", texts -> texts.put("run.epochs", "many"), same, RUN, "run.epochs is 'many'");
        run("more epochs than a number holds", texts -> texts.put("run.epochs", "99999999999"), same, "'99999999999'");
        run("negative steps", texts -> texts.put("run.steps", "-1"), same, "run.steps is '-1'");
        run("seconds that are no number", texts -> texts.put("run.seconds", "long"), same, "run.seconds is 'long'");
        run("a step that is no number", texts -> texts.put("step", ""), same, "step is ''");
        run("another step than the model", texts -> texts.put("step", "4"), same, "not of the same step");
        run(
                "a format that is no number",
                texts -> texts.put("regulus.checkpoint", "x"),
                same,
                "regulus.checkpoint is 'x'");
        run(
                "a best score that is no number",
                texts -> {
                    texts.put("best.monitor", "loss");
                    texts.put("best.mode", "MIN");
                    texts.put("best.score", "good");
                    texts.put("best.epoch", "1");
                },
                same,
                "best.score is 'good'");
        run("no list of metrics", texts -> texts.remove("history.metrics"), same, "no history.metrics");
        run(
                "a metric more than the history has",
                texts -> texts.put("history.metrics", "accuracy\nauc"),
                same,
                "history");
        run(
                "no history",
                texts -> {},
                tensor -> tensor.name().equals("history") ? NamedTensor.of("gone", new long[1], 1) : tensor,
                "history");
        run(
                "a history of floats",
                texts -> {},
                tensor -> tensor.name().equals("history") ? NamedTensor.of("history", new float[2], 1, 2) : tensor,
                "history");
        run(
                "a history cut off",
                texts -> {},
                tensor -> tensor.name().equals("history") ? NamedTensor.of("history", new long[7], 1, 7) : tensor,
                "history");
        run(
                "a callback's number that is none",
                texts -> texts.replaceAll((name, value) -> name.startsWith("callback.") ? "often" : value),
                same,
                "is 'often'");
        return table.tests();
    }

    @TestFactory
    Collection<DynamicTest> otherRuns() throws IOException {
        Class<? extends RuntimeException> other = CheckpointMismatchException.class;
        UnaryOperator<NamedTensor> same = tensor -> tensor;
        run(
                "a later format",
                other,
                texts -> texts.put("regulus.checkpoint", "2"),
                same,
                "in format 2",
                "newer Regulus");
        run(
                "another batch size",
                other,
                texts -> texts.replaceAll((name, value) -> name.equals("setting.batchSize") ? "64" : value),
                same,
                "batchSize",
                "64");
        refused(
                "another seed",
                other,
                checkpoint -> {
                    var state = ModelFile.read(checkpoint);
                    ModelFile.write(
                            checkpoint,
                            new io.regulus.save.ModelState(
                                    state.modelName(),
                                    7,
                                    state.hyperparameters(),
                                    state.attachments(),
                                    state.variables()));
                },
                "seed of the model",
                "withSeed(7)");
        refused(
                "another learning rate",
                other,
                checkpoint -> {
                    var state = ModelFile.read(checkpoint);
                    Map<String, String> numbers = new LinkedHashMap<>(state.hyperparameters());
                    numbers.replaceAll((name, value) -> name.endsWith("learningRate") ? "0.5" : value);
                    ModelFile.write(
                            checkpoint,
                            new io.regulus.save.ModelState(
                                    state.modelName(), state.seed(), numbers, state.attachments(), state.variables()));
                },
                "optimizer.learningRate",
                "0.5");
        refused(
                "another network",
                other,
                checkpoint -> {
                    try (RunModels_WiderModel wider = RunModels_WiderModel.create()) {
                        for (int i = 0; i < 5; i++) {
                            wider.trainOnBatch(DATA);
                        }
                        wider.save(checkpoint);
                    }
                },
                "saved from io.regulus.checkpoint.RunModels.Wider and is loaded into io.regulus.checkpoint.RunModels.Everything",
                "hidden/kernel: saved as F32 [6, 9], expected F32 [6, 8]",
                "startAnew()");
        return table.tests();
    }

    @TestFactory
    Collection<DynamicTest> folders() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "mine");
        table.untouched(
                () -> List.of(FolderContents.of(folder), SavedState.of(model).bits()));
        table.refused(
                "a file in the place of the folder",
                UncheckedIOException.class,
                () -> fit(file, 2),
                "cannot keep checkpoints in " + file,
                "give a folder that can be written");
        table.refused(
                "a file above the folder",
                UncheckedIOException.class,
                () -> fit(file.resolve("run"), 2),
                "cannot keep checkpoints in " + file.resolve("run"),
                "give a folder that can be written");
        return table.tests();
    }
}
