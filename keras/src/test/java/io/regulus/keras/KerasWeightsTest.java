package io.regulus.keras;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.regulus.data.Dataset;
import io.regulus.interchange.ImportReport;
import io.regulus.interchange.WeightMapping;
import io.regulus.model.Model;
import io.regulus.save.ElementType;
import io.regulus.save.IncompatibleModelException;
import io.regulus.save.NamedTensor;
import io.regulus.save.SafetensorsFile;
import io.regulus.save.SaveFormatException;
import io.regulus.testing.docs.Block;
import io.regulus.testing.docs.Documentation;
import io.regulus.testing.docs.JavaProcess;
import io.regulus.testing.docs.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network that Keras wrote predicts here what it predicts there; fixtures by {@code make_keras_fixtures.py}. */
class KerasWeightsTest {
    private static final Path FIXTURES = Path.of("src/test/resources/keras");
    private static final WeightMapping IMAGE =
            KerasWeights.KERAS.rename("block/norm", "batch_normalization").requireAll();

    @TempDir
    Path folder;

    private static void assertPredictsAsThere(Model model, String name) {
        Map<String, NamedTensor> expected =
                SafetensorsFile.read(FIXTURES.resolve(name + "_expected.safetensors")).tensors().stream()
                        .collect(Collectors.toMap(NamedTensor::name, tensor -> tensor));
        NamedTensor x = expected.get("x");
        int rows = Math.toIntExact(x.shape().get(0));
        Dataset data = x.type() == ElementType.I64
                ? Dataset.ofFlatInts(
                        LongStream.of(x.longs()).mapToInt(Math::toIntExact).toArray(), x.longs().length / rows)
                : Dataset.ofFlat(x.floats(), x.floats().length / rows);
        float[][] predicted = model.predictions(data);
        float[] y = expected.get("y").floats();
        for (int row = 0; row < rows; row++) {
            int width = y.length / rows;
            assertWithMessage("row %s", row)
                    .that(predicted[row])
                    .usingTolerance(1e-6)
                    .containsExactly(Arrays.copyOfRange(y, row * width, (row + 1) * width))
                    .inOrder();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"image.weights.h5", "image.keras"})
    void aNetworkOfImages(String file) {
        try (KerasModels_ImageModel model = KerasModels_ImageModel.create()) {
            ImportReport report = KerasWeights.load(model, FIXTURES.resolve(file), IMAGE);
            assertThat(report.complete()).isTrue();
            assertThat(report.loaded()).hasSize(9);
            assertPredictsAsThere(model, "image");
        }
    }

    @Test
    void aNetworkOfSequences() {
        try (KerasModels_SequenceModel model = KerasModels_SequenceModel.create()) {
            ImportReport report =
                    KerasWeights.load(model, FIXTURES.resolve("sequence.weights.h5"), KerasWeights.KERAS.requireAll());
            assertThat(report.complete()).isTrue();
            assertPredictsAsThere(model, "sequence");
        }
    }

    /** Padding at both ends and within, through LSTM, attention, GRU and pooling; an RMS norm. */
    @Test
    void aNetworkOfPaddedSequences() {
        try (KerasModels_MaskedModel model = KerasModels_MaskedModel.create()) {
            ImportReport report =
                    KerasWeights.load(model, FIXTURES.resolve("masked.weights.h5"), KerasWeights.KERAS.requireAll());
            assertThat(report.complete()).isTrue();
            assertPredictsAsThere(model, "masked");
        }
    }

    @Test
    void aClassOfOnesOwnAndAModelWithinTheModel() {
        WeightMapping mapping = KerasWeights.KERAS.rename(Map.of("second", "inner/second", "third", "dense_1"));
        try (KerasModels_OwnModel model = KerasModels_OwnModel.create()) {
            KerasWeights.load(model, FIXTURES.resolve("own.weights.h5"), mapping.requireAll());
            assertPredictsAsThere(model, "own");
        }
    }

    @Test
    void whatDoesNotFitIsReportedAndStays() {
        try (KerasModels_OwnModel model = KerasModels_OwnModel.create()) {
            float[] second = model.weights().get("second/kernel");
            ImportReport report = KerasWeights.load(
                    model, FIXTURES.resolve("own.weights.h5"), KerasWeights.KERAS.rename("third", "inner/second"));
            assertThat(report.toString()).isEqualTo("""
                    loaded: 1
                      first/kernel F32 [3, 4] + first/bias F32 [4] <- first/0 F32 [3, 4] + first/1 F32 [4]
                    missing in the file: 1
                      second/kernel F32 [4, 3] + second/bias F32 [3] <- second/0 F32 [4, 3] + second/1 F32 [3]
                    of another shape or type: 1
                      third/kernel F32 [3, 2] + third/bias F32 [2] <- inner/second/0 F32 [3, 2] + inner/second/1 F32 [2], \
                    found inner/second/0 F32 [4, 3] + inner/second/1 F32 [3]
                    in the file, but not asked for: 2
                      dense_1/0 F32 [3, 2]
                      dense_1/1 F32 [2]
                    """);
            assertThat(model.weights().get("second/kernel")).isEqualTo(second);
            IncompatibleModelException failure = assertThrows(
                    IncompatibleModelException.class,
                    () -> KerasWeights.load(model, FIXTURES.resolve("sequence.weights.h5")));
            assertThat(failure).hasMessageThat().contains("sequence.weights.h5: nothing in it matches");
        }
    }

    /** A norm without scale has its shift as first weight, of the same shape: nothing of it may be taken for the scale. */
    @Test
    void aLayerWithFewerWeightsIsNotLoadedInPart() {
        Path file = folder.resolve("norm.weights.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            WritableGroup layers = hdf.putGroup("layers");
            WritableGroup conv = layers.putGroup("conv2d").putGroup("vars");
            conv.putAttribute("name", "block");
            conv.putDataset("0", new float[3][2][2][4]);
            WritableGroup norm = layers.putGroup("batch_normalization").putGroup("vars");
            norm.putAttribute("name", "block_norm");
            for (String number : List.of("0", "1", "2")) {
                norm.putDataset(number, new float[] {5, 6, 7, 8});
            }
        }
        try (KerasModels_ImageModel model = KerasModels_ImageModel.create()) {
            ImportReport report = KerasWeights.load(model, file);
            assertThat(report.loaded()).hasSize(1);
            assertThat(model.weights().get("block/kernel")).isEqualTo(new float[48]);
            assertThat(model.weights().get("block/scale")).isEqualTo(new float[] {1, 1, 1, 1});
            assertThat(report.missing().toString()).contains("block/scale");
        }
    }

    @Test
    void whatIsNoFileOfKeras3IsRefusedWithTheCure() throws IOException {
        refused(Files.writeString(folder.resolve("text.h5"), "weights"), "text.h5: no whole HDF5 file", "Keras 3");
        Path two = folder.resolve("two.h5");
        try (WritableHdfFile hdf = HdfFile.write(two)) {
            hdf.putAttribute("layer_names", new String[] {"dense"});
        }
        refused(two, "two.h5: a file of Keras 2", "save_weights");
        Path empty = folder.resolve("empty.keras");
        try (OutputStream out = Files.newOutputStream(empty);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("config.json"));
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        refused(empty, "empty.keras: there is no model.weights.h5 in it");
        byte[] whole = Files.readAllBytes(FIXTURES.resolve("image.keras"));
        refused(
                Files.write(folder.resolve("cut.keras"), Arrays.copyOf(whole, 9000)),
                "cut.keras: no whole .keras file");
        UncheckedIOException none =
                assertThrows(UncheckedIOException.class, () -> KerasWeights.read(folder.resolve("none.h5")));
        assertThat(none).hasMessageThat().contains("there is no such file");
    }

    @Test
    void aFileThatIsCutOffIsNeverReadInPart() throws IOException {
        byte[] whole = Files.readAllBytes(FIXTURES.resolve("own.weights.h5"));
        Path cut = folder.resolve("cut.weights.h5");
        for (int length = 0; length < whole.length; length += 97) {
            refused(Files.write(cut, Arrays.copyOf(whole, length)), "cut.weights.h5: no whole HDF5 file");
        }
    }

    /** A few bytes may unpack to more than memory holds. */
    @Test
    void anEntryIsUnpackedToNoMoreThanItSays() throws IOException {
        byte[] weights = Files.readAllBytes(FIXTURES.resolve("own.weights.h5"));
        refused(packed(weights, 0xFFFFFFF0), "net.keras: model.weights.h5 in it has 4294967280 bytes, and at most");
        refused(packed(weights, weights.length - 1), "net.keras: no whole .keras file", "more than the");
        refused(packed(weights, weights.length + 1), "net.keras: no whole .keras file", "fewer than the");
        assertThat(KerasWeights.read(packed(weights, weights.length))).isNotEmpty();
    }

    /** A .keras file that says that its weights have so many bytes. */
    private Path packed(byte[] weights, int said) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("model.weights.h5"));
            zip.write(weights);
        }
        ByteBuffer file = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        int end = file.capacity()
                - 22; // the record at the end says where the directory begins, which has the size at its byte 24
        file.putInt(file.getInt(end + 16) + 24, said);
        return Files.write(folder.resolve("net.keras"), file.array());
    }

    @Test
    void groupsThatLieTooDeepAreRefused() {
        assertThat(KerasWeights.read(deep(64))).hasSize(1);
        refused(deep(66), "deep66.h5: groups lie in one another more than 64 deep");
        refused(deep(400), "deep400.h5: groups lie in one another more than 64 deep");
    }

    private Path deep(int groups) {
        Path file = folder.resolve("deep" + groups + ".h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            WritableGroup group = hdf;
            for (int i = 0; i < groups; i++) {
                group = group.putGroup("g");
            }
            group.putGroup("vars").putDataset("0", new float[] {1});
        }
        return file;
    }

    private static void refused(Path file, String... parts) {
        SaveFormatException failure = assertThrows(SaveFormatException.class, () -> KerasWeights.read(file));
        for (String part : parts) {
            assertThat(failure).hasMessageThat().contains(part);
        }
    }

    @Test
    void whatTheDocumentationShowsIsRun() throws IOException, InterruptedException {
        String source = Files.readString(Path.of("src/test/java/io/regulus/keras/DocsExample.java"));
        assertThat(Block.compact(source))
                .contains(Documentation.block(Kind.KERAS).compact());
        Files.copy(FIXTURES.resolve("net.keras"), folder.resolve("net.keras"));
        assertThat(JavaProcess.run(folder, List.of(), List.of(DocsExample.class.getName())))
                .contains("complete: true");
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        try (KerasModels_OwnModel model = KerasModels_OwnModel.create()) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> KerasWeights.load(model, FIXTURES.resolve("image.keras"), IMAGE));
        }
    }
}
