package io.regulus.keras;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.regulus.save.IncompatibleModelException;
import io.regulus.save.SaveFormatException;
import io.regulus.testing.errors.ByteFuzz;
import io.regulus.testing.errors.Malformed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of files that hold no weights of Keras 3; the weights of the model that loads them stay. */
class MalformedKerasTest {
    private static final Path FIXTURES = Path.of("src/test/resources/keras");
    private static final KerasModels_OwnModel MODEL = KerasModels_OwnModel.create();

    @TempDir
    static Path folder;

    private final Malformed table =
            Malformed.of("Keras", SaveFormatException.class).untouched(MalformedKerasTest::weights);

    @AfterAll
    static void close() {
        MODEL.close();
    }

    private static List<String> weights() {
        List<String> values = new ArrayList<>();
        for (String name : MODEL.weights().names()) {
            values.add(name + Arrays.toString(MODEL.weights().get(name)));
        }
        return values;
    }

    private static byte[] fixture(String name) throws IOException {
        return Files.readAllBytes(FIXTURES.resolve(name));
    }

    private void file(String wrong, byte[] content, String... says) throws IOException {
        refused(wrong, Files.write(folder.resolve("net" + table.size()), content), says);
    }

    private void refused(String wrong, Path file, String... says) {
        String[] all = Arrays.copyOf(says, says.length + 1);
        all[says.length] = file.toString();
        table.refused(wrong, () -> KerasWeights.load(MODEL, file), all);
    }

    private void hdf(String wrong, Consumer<WritableGroup> content, String... says) {
        refused(wrong, hdf(content), says);
    }

    private Path hdf(Consumer<WritableGroup> content) {
        Path file = folder.resolve("net" + table.size() + ".h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            content.accept(hdf);
        }
        return file;
    }

    /** A .keras file with one entry that says that it has so many bytes. */
    private static byte[] packed(String entry, byte[] content, int said) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        ByteBuffer file = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        int end = file.capacity() - 22; // the record at the end, whose byte 16 says where the directory begins
        file.putInt(file.getInt(end + 16) + 24, said);
        return file.array();
    }

    @TestFactory
    Collection<DynamicTest> files() throws IOException {
        byte[] own = fixture("own.weights.h5");
        byte[] keras = fixture("image.keras");
        file("empty", new byte[0], "no whole HDF5 file", "Give a .weights.h5 or .keras file of Keras 3");
        file("text", "weights".getBytes(StandardCharsets.UTF_8), "no whole HDF5 file", "Keras 3");
        file("a signature alone", Arrays.copyOf(own, 8), "no whole HDF5 file");
        file("HDF5 cut off in the middle", Arrays.copyOf(own, own.length / 2), "no whole HDF5 file");
        file("HDF5 without its last byte", Arrays.copyOf(own, own.length - 1), "no whole HDF5 file");
        file("a ZIP cut off", Arrays.copyOf(keras, 9000), "no whole .keras file", "estore it from a copy");
        file("a ZIP's first bytes alone", Arrays.copyOf(keras, 2), "no whole .keras file");
        file(
                "a ZIP without weights",
                packed("config.json", new byte[2], 2),
                "there is no model.weights.h5",
                "model.save");
        int length = own.length;
        file(
                "weights of 4 GiB, as it says",
                packed("model.weights.h5", own, 0xFFFFFFF0),
                "has 4294967280 bytes, and at most");
        file("more weights than it says", packed("model.weights.h5", own, length - 1), "more than the " + (length - 1));
        file(
                "fewer weights than it says",
                packed("model.weights.h5", own, length + 1),
                "fewer than the " + (length + 1));
        file("a ZIP of text", packed("model.weights.h5", new byte[9], 9), "no whole HDF5 file");
        Path none = folder.resolve("none.h5");
        table.refused(
                "no file",
                UncheckedIOException.class,
                () -> KerasWeights.load(MODEL, none),
                none + ": there is no such file");
        return table.tests();
    }

    @TestFactory
    Collection<DynamicTest> contents() throws IOException {
        hdf(
                "weights of Keras 2",
                group -> group.putAttribute("layer_names", new String[] {"a"}),
                "Keras 2",
                "save_weights");
        hdf("a model of Keras 2", group -> group.putGroup("model_weights"), "Keras 2", "save it anew");
        hdf(
                "groups in groups without end",
                root -> {
                    WritableGroup group = root;
                    for (int i = 0; i < 100; i++) {
                        group = group.putGroup("g");
                    }
                },
                "more than 64 deep",
                "estore it from a copy");
        hdf(
                "text for a weight",
                group -> group.putGroup("layers")
                        .putGroup("dense")
                        .putGroup("vars")
                        .putDataset("0", new String[] {"a"}),
                "weight 'dense/0'",
                "save it as float32");
        Path sequence = FIXTURES.resolve("sequence.weights.h5");
        table.refused(
                "weights of another network",
                IncompatibleModelException.class,
                () -> KerasWeights.load(MODEL, sequence),
                "sequence.weights.h5: nothing in it matches");
        Path own = FIXTURES.resolve("own.weights.h5");
        table.refused(
                "half the network, where all is required",
                IncompatibleModelException.class,
                () -> KerasWeights.load(MODEL, own, KerasWeights.KERAS.requireAll()),
                "not everything matches",
                "second/kernel F32 [4, 3]");
        Path empty = hdf(group -> group.putGroup("layers"));
        table.refused(
                "no weights at all",
                IncompatibleModelException.class,
                () -> KerasWeights.load(MODEL, empty),
                "nothing in it matches");
        return table.tests();
    }

    /** Damage anywhere: weights, which HDF5 has no checksum for, or a refusal. */
    @ParameterizedTest
    @ValueSource(strings = {"own.weights.h5", "image.weights.h5", "image.keras"})
    void damage(String name) throws IOException {
        Path file = folder.resolve("damaged-" + name);
        ByteFuzz.Outcome outcome = new ByteFuzz(
                        fixture(name), name.hashCode(), 256L << 20, List.of(SaveFormatException.class))
                .check(250, bytes -> KerasWeights.read(Files.write(file, bytes)));
        assertTrue(outcome.refused() > 0, outcome.toString());
    }
}
