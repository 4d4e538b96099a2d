package io.regulus.save;

import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    private static final ModelState STATE = new ModelState(
            "com.example.Net",
            -42,
            Map.of("head.dropout", "0.5", "optimizer.learningRate", "0.001"),
            Map.of("rows", "{\"unit\": \"5 µm\"}"),
            List.of(NamedTensor.of("head/kernel", new float[] {1, 2, 3, 4}, 2, 2), NamedTensor.of("step", new long[] {77
            })));

    @TempDir
    Path temporary;

    private Path folder;
    private Path file;

    @BeforeEach
    void namePaths() {
        folder = temporary.resolve("models").resolve("net");
        file = folder.resolve("model.safetensors");
    }

    private static List<String> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private void refused(String... parts) {
        SaveFormatException failure = assertFails(SaveFormatException.class, () -> ModelFile.read(folder), parts);
        assertTrue(failure.getMessage().contains(folder.toString()));
    }

    /** The saved file with metadata changed, or taken out where the value is null, by a tool that knows no digest. */
    private void editMetadata(String key, String value) {
        ModelFile.write(folder, STATE);
        SafetensorsFile.Content content = SafetensorsFile.read(file);
        Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
        if (value == null) {
            metadata.remove(key);
        } else {
            metadata.put(key, value);
        }
        SafetensorsFile.write(file, metadata, content.tensors());
    }

    @Test
    void everythingIsReadBack() throws IOException {
        ModelFile.write(folder, STATE);
        assertEquals(STATE, ModelFile.read(folder));
        assertEquals(List.of("model.safetensors"), list(folder));
        byte[] first = Files.readAllBytes(file);
        ModelFile.write(folder, STATE);
        assertArrayEquals(first, Files.readAllBytes(file), "saving has no clock and no chance in it");
        ModelState other = new ModelState("com.example.Net", 1, Map.of(), Map.of(), List.of());
        ModelFile.write(folder, other);
        assertEquals(other, ModelFile.read(folder));
    }

    @Test
    void metadataSaysWhatTheFileIs() {
        ModelFile.write(folder, STATE);
        Map<String, String> metadata = SafetensorsFile.read(file).metadata();
        assertEquals("1", metadata.get("regulus.format"));
        assertEquals("com.example.Net", metadata.get("regulus.model"));
        assertEquals("-42", metadata.get("regulus.seed"));
        assertEquals("0.5", metadata.get("hyper.head.dropout"));
        assertTrue(metadata.containsKey("regulus.version"));
        assertTrue(metadata.get("regulus.sha256").matches("[0-9a-f]{64}"));
    }

    @Test
    void theDigestDoesNotDependOnTheOrderOfTheFile() {
        ModelFile.write(folder, STATE);
        SafetensorsFile.Content content = SafetensorsFile.read(file);
        List<NamedTensor> reversed =
                List.of(content.tensors().get(1), content.tensors().get(0));
        SafetensorsFile.write(file, new TreeMap<>(content.metadata()), reversed);
        assertEquals(reversed, ModelFile.read(folder).variables());
    }

    @Test
    void noModel() throws IOException {
        refused("no Regulus model in", "no such folder", "passed to save");
        Files.createDirectories(folder);
        refused("no Regulus model in", "no model.safetensors in it");
        SafetensorsFile.write(file, Map.of("format", "pt"), List.of());
        refused("not a model saved by Regulus", "no regulus.format");
        Files.writeString(file, "hello, world");
        refused(file.toString(), "damaged");
    }

    @Test
    void whatIsNotAFolderOfSave() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("saved_model.pb"), "");
        refused("SavedModel for serving", "cannot be loaded", "not to exportSavedModel");
        assertFails(
                IllegalArgumentException.class,
                () -> ModelFile.write(folder, STATE),
                "cannot save com.example.Net in " + folder + ": it holds a SavedModel for serving",
                "a folder of its own");
        Files.delete(folder.resolve("saved_model.pb"));
        ModelFile.write(folder, STATE);
        assertEquals(STATE, ModelFile.read(folder));
        assertFails(
                SaveFormatException.class,
                () -> ModelFile.read(file),
                "no Regulus model in " + file + ": it is a file",
                "such as " + folder);
    }

    @Test
    void otherFormats() throws IOException {
        editMetadata("regulus.format", "2");
        refused("changed or damaged");
        SafetensorsFile.Content content = SafetensorsFile.read(file);
        Map<String, String> newer = new LinkedHashMap<>(content.metadata());
        newer.remove(SealedFile.DIGEST_KEY);
        SealedFile.write(file, newer, content.tensors());
        assertFails(
                NewerFormatException.class,
                () -> ModelFile.read(folder),
                file + ": saved in format 2",
                "reads up to format 1",
                "newer Regulus");
        editMetadata("regulus.format", "one");
        refused("regulus.format is 'one'");
        editMetadata("regulus.sha256", null);
        refused("no regulus.sha256");
    }

    @Test
    void changedFiles() throws IOException {
        editMetadata("regulus.seed", "7");
        refused("does not match its regulus.sha256", "changed or damaged");
        editMetadata("hyper.head.dropout", null);
        refused("does not match");
        ModelFile.write(folder, STATE);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        refused("does not match");
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 4));
        refused("cut off");
    }

    /** The digest covers all that a file says: no changed byte and no cut goes unnoticed. */
    @Test
    void anyDamageIsRefused() throws IOException {
        ModelFile.write(folder, STATE);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] copy = whole.clone();
            copy[at] ^= (byte) (1 << (at % 8));
            Files.write(file, copy);
            refused();
            Files.write(file, Arrays.copyOf(whole, at));
            refused();
        }
    }

    @Test
    void seedsThatAreNoNumbers() {
        ModelFile.write(folder, STATE);
        SafetensorsFile.Content content = SafetensorsFile.read(file);
        Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
        metadata.put("regulus.seed", "many");
        metadata.put("regulus.sha256", ContentDigest.of(metadata, "regulus.sha256", content.tensors()));
        SafetensorsFile.write(file, metadata, content.tensors());
        refused("regulus.seed is 'many'");
    }

    @Test
    void aFailedSaveLeavesTheOldModel() throws IOException {
        ModelFile.write(folder, STATE);
        NamedTensor tensor = NamedTensor.of("w", new float[1]);
        ModelState broken = new ModelState("com.example.Net", 1, Map.of(), Map.of(), List.of(tensor, tensor));
        assertFails(IllegalArgumentException.class, () -> ModelFile.write(folder, broken), "'w'");
        assertEquals(STATE, ModelFile.read(folder));
        assertEquals(List.of("model.safetensors"), list(folder));
    }

    @Test
    void foldersThatCannotBeWritten() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "a file where the folder should be");
        assertFails(
                UncheckedIOException.class,
                () -> ModelFile.write(folder, STATE),
                "cannot save com.example.Net in " + folder,
                "it is a file",
                "give another path");
    }

    @Test
    void aReaderNeverSeesHalfAModel() {
        ModelState other = new ModelState(
                "com.example.Net", 1, Map.of(), Map.of(), List.of(NamedTensor.of("w", new float[100_000], 100_000)));
        ModelFile.write(folder, STATE);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 40; i++) {
                ModelFile.write(folder, i % 2 == 0 ? other : STATE);
            }
        });
        List<ModelState> seen = new ArrayList<>();
        do {
            seen.add(ModelFile.read(folder));
        } while (!writer.isDone());
        writer.join();
        seen.forEach(state -> assertTrue(state.equals(STATE) || state.equals(other)));
    }
}
