package io.regulus.model;

import io.regulus.save.IncompatibleModelException;
import io.regulus.save.ModelFile;
import io.regulus.save.ModelState;
import io.regulus.save.NamedTensor;
import io.regulus.save.NewerFormatException;
import io.regulus.save.SafetensorsFile;
import io.regulus.save.SaveFormatException;
import io.regulus.save.SealedFile;
import io.regulus.testing.Nets_DecayedModel;
import io.regulus.testing.Nets_FullModel;
import io.regulus.testing.Nets_WiderModel;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.testing.errors.FolderContents;
import io.regulus.testing.errors.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is no saved model of the class is neither loaded nor changed, and the weights of the model that loads it stay. */
class MalformedModelsTest {
    private static final String RESTORE = "restore it from a copy";

    @TempDir
    static Path folder;

    private static Nets_FullModel model;
    private static Path saved;

    private final Malformed table =
            Malformed.of("model", SaveFormatException.class).untouched(MalformedModelsTest::everything);

    @BeforeAll
    static void save() {
        saved = folder.resolve("saved");
        model = Nets_FullModel.create();
        model.save(saved);
        model.trainOnBatch(Samples.labelled(8, 6, 3, 1));
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static List<Map<?, ?>> everything() {
        return List.of(SavedState.of(model).bits(), FolderContents.of(folder));
    }

    private interface Making {
        void make(Path at) throws IOException;
    }

    private Path folder(Making making) throws IOException {
        Path at = Files.createTempDirectory(folder, "model-");
        making.make(at);
        return at;
    }

    private void refused(String wrong, Making making, String... says) throws IOException {
        refused(wrong, SaveFormatException.class, making, says);
    }

    private void refused(String wrong, Class<? extends RuntimeException> type, Making making, String... says)
            throws IOException {
        Path at = folder(making);
        String[] all = Arrays.copyOf(says, says.length + 1);
        all[says.length] =
                SaveFormatException.class.isAssignableFrom(type) ? at.toString() : "io.regulus.testing.Nets.Full";
        table.refused(wrong + ", restored", type, () -> model.restore(at), all);
        table.refused(wrong + ", loaded", type, () -> Nets_FullModel.load(at), all);
    }

    /** The file with other bytes. */
    private void bytes(String wrong, UnaryOperator<byte[]> change, String... says) throws IOException {
        byte[] whole = Files.readAllBytes(saved.resolve(ModelFile.FILE_NAME));
        refused(wrong, at -> Files.write(at.resolve(ModelFile.FILE_NAME), change.apply(whole)), says);
    }

    /** The file with other metadata, not sealed anew. */
    private void metadata(String wrong, Consumer<Map<String, String>> change, String... says) throws IOException {
        metadata(wrong, false, change, says);
    }

    private void metadata(String wrong, boolean sealed, Consumer<Map<String, String>> change, String... says)
            throws IOException {
        metadata(wrong, SaveFormatException.class, sealed, change, says);
    }

    private void metadata(
            String wrong,
            Class<? extends RuntimeException> type,
            boolean sealed,
            Consumer<Map<String, String>> change,
            String... says)
            throws IOException {
        SafetensorsFile.Content content = SafetensorsFile.read(saved.resolve(ModelFile.FILE_NAME));
        Map<String, String> texts = new LinkedHashMap<>(content.metadata());
        change.accept(texts);
        refused(
                wrong,
                type,
                at -> {
                    Path file = at.resolve(ModelFile.FILE_NAME);
                    if (sealed) {
                        SealedFile.write(file, texts, content.tensors());
                    } else {
                        SafetensorsFile.write(file, texts, content.tensors());
                    }
                },
                says);
    }

    @TestFactory
    Collection<DynamicTest> files() throws IOException {
        bytes("empty", whole -> new byte[0], "too few", RESTORE);
        bytes("cut off in its header", whole -> Arrays.copyOf(whole, 300), "header is said", RESTORE);
        bytes("cut off in its weights", whole -> Arrays.copyOf(whole, whole.length * 3 / 4), "cut off", RESTORE);
        bytes("its last byte missing", whole -> Arrays.copyOf(whole, whole.length - 1), "cut off", RESTORE);
        bytes(
                "a bit of its weights flipped",
                whole -> {
                    whole[whole.length - 3] ^= 1;
                    return whole;
                },
                "changed or damaged",
                RESTORE);
        bytes(
                "text",
                whole -> "weights, honestly".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "header",
                RESTORE);
        refused("nothing in its folder", at -> {}, "no " + ModelFile.FILE_NAME, "passed to save");
        refused("no folder", Files::delete, "no such folder", "passed to save");
        refused(
                "a SavedModel",
                at -> Files.writeString(at.resolve("saved_model.pb"), ""),
                "SavedModel for serving",
                "not to exportSavedModel");
        refused(
                "weights alone",
                at -> SafetensorsFile.write(
                        at.resolve(ModelFile.FILE_NAME), Map.of(), List.of(NamedTensor.of("w", new float[2], 2))),
                "not a model saved by Regulus",
                "save a model with Regulus");
        return table.tests();
    }

    @TestFactory
    Collection<DynamicTest> metadata() throws IOException {
        metadata(
                "a later format",
                NewerFormatException.class,
                true,
                texts -> texts.put("regulus.format", "2"),
                "in format 2",
                "use the newer Regulus");
        metadata("a format that is no number", texts -> texts.put("regulus.format", "one"), "'one', expected a number");
        metadata("a seed changed by hand", texts -> texts.put("regulus.seed", "7"), "changed or damaged", RESTORE);
        metadata("a number taken out", texts -> texts.remove("hyper.hidden.dropout"), "does not match", RESTORE);
        metadata("no digest", texts -> texts.remove(SealedFile.DIGEST_KEY), "no " + SealedFile.DIGEST_KEY, "copy");
        metadata(
                "a seed that is no number",
                true,
                texts -> texts.put("regulus.seed", "many"),
                "'many'",
                "restore the file from a copy");
        metadata("no name of a class", true, texts -> texts.remove("regulus.model"), "no regulus.model", "from a copy");
        return table.tests();
    }

    private static ModelState changed(UnaryOperator<List<NamedTensor>> tensors) {
        ModelState state = ModelFile.read(saved);
        return new ModelState(
                state.modelName(),
                state.seed(),
                state.hyperparameters(),
                state.attachments(),
                tensors.apply(new ArrayList<>(state.variables())));
    }

    private void incompatible(String wrong, ModelState state, String... says) throws IOException {
        refused(wrong, IncompatibleModelException.class, at -> ModelFile.write(at, state), says);
    }

    @TestFactory
    Collection<DynamicTest> otherModels() throws IOException {
        try (Nets_WiderModel wider = Nets_WiderModel.create();
                Nets_DecayedModel decayed = Nets_DecayedModel.create()) {
            Path other = folder(wider::save);
            ModelState widened = ModelFile.read(other);
            incompatible("another class", widened, "io.regulus.testing.Nets.Wider", "Load it with");
            incompatible(
                    "the class as it was, a unit wider",
                    widened.withModelName("io.regulus.testing.Nets.Full"),
                    "hidden/kernel: saved as F32 [6, 9], expected F32 [6, 8]",
                    "or train this one anew");
            Path third = Files.createDirectories(folder.resolve("decayed"));
            decayed.save(third);
            ModelState numbers = ModelFile.read(third).withModelName("io.regulus.testing.Nets.Full");
            incompatible("the class as it was, with other numbers", numbers, "anew");
        }
        incompatible(
                "a weight missing",
                changed(tensors -> {
                    tensors.removeIf(tensor -> tensor.name().equals("logits/bias"));
                    return tensors;
                }),
                "logits/bias: missing from the saved model, expected F32 [3]");
        incompatible(
                "a weight too many",
                changed(tensors -> {
                    tensors.add(NamedTensor.of("more/kernel", new float[2], 2));
                    return tensors;
                }),
                "more/kernel: saved as F32 [2], but the class has no such variable");
        incompatible(
                "a weight of another type",
                changed(tensors -> {
                    tensors.replaceAll(tensor -> tensor.name().equals("logits/bias")
                            ? NamedTensor.of("logits/bias", new long[3], 3)
                            : tensor);
                    return tensors;
                }),
                "logits/bias: saved as I64 [3], expected F32 [3]");
        return table.tests();
    }
}
