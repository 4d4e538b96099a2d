package io.regulus.interchange;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.save.ElementType;
import io.regulus.save.IncompatibleModelException;
import io.regulus.save.NamedTensor;
import io.regulus.save.SafetensorsFile;
import io.regulus.save.SaveFormatException;
import io.regulus.save.VariableShape;
import io.regulus.testing.SavedState;
import io.regulus.train.Fit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import takes, what it leaves, and what it says of both. */
class WeightImportTest {
    private static final NamedTensor WEIGHT = NamedTensor.of("value.weight", new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
    private static final NamedTensor BIAS = NamedTensor.of("value.bias", new float[] {7, 8}, 2);
    private static final NamedTensor COUNTER = NamedTensor.of("norm.num_batches_tracked", new long[] {9});

    private static InterchangeModels_DeeperModel model;
    private static InterchangeModels_ImageModel images;

    @TempDir
    Path folder;

    @BeforeAll
    static void create() {
        model = InterchangeModels_DeeperModel.create();
        images = InterchangeModels_ImageModel.create();
    }

    @AfterAll
    static void close() {
        model.close();
        images.close();
    }

    private static ImportReport load(Model into, WeightMapping mapping, NamedTensor... tensors) {
        return into.importWeights(List.of(tensors), "there", mapping);
    }

    @Test
    void whatFitsIsLoadedAndTheRestIsReported() {
        float[] hidden = model.weights().get("hidden/kernel");
        ImportReport report = load(
                model,
                WeightMapping.PYTORCH,
                WEIGHT,
                NamedTensor.of("hidden.weight", new float[4], 2, 2),
                NamedTensor.of("value.bias", new long[] {7, 8}, 2),
                NamedTensor.of("extra", new float[3], 3),
                COUNTER);
        assertThat(model.weights().get("value/kernel"))
                .usingExactEquality()
                .containsExactly(1, 4, 2, 5, 3, 6)
                .inOrder();
        assertThat(model.weights().get("hidden/kernel")).isEqualTo(hidden);
        assertThat(report.complete()).isFalse();
        assertThat(report.toString()).isEqualTo("""
                loaded: 1
                  value/kernel F32 [3, 2] <- value.weight F32 [2, 3]
                missing in the file: 1
                  hidden/bias F32 [3] <- hidden.bias F32 [3]
                of another shape or type: 2
                  hidden/kernel F32 [4, 3] <- hidden.weight F32 [3, 4], found hidden.weight F32 [2, 2]
                  value/bias F32 [2] <- value.bias F32 [2], found value.bias I64 [2]
                in the file, but not asked for: 1
                  extra F32 [3]
                """);
    }

    @Test
    void requireAllLoadsEverythingOrNothing() {
        SavedState before = SavedState.of(model);
        assertFails(
                IncompatibleModelException.class,
                () -> load(
                        model,
                        WeightMapping.PYTORCH.requireAll(),
                        WEIGHT,
                        BIAS,
                        NamedTensor.of("extra", new float[3], 3)),
                "there: not everything matches",
                "nothing was loaded",
                "hidden/kernel F32 [4, 3] <- hidden.weight F32 [3, 4]",
                "extra F32 [3]");
        before.assertStateOf(model);
        try (InterchangeModels_LineModel line = InterchangeModels_LineModel.create()) {
            assertThat(load(line, WeightMapping.PYTORCH.requireAll(), WEIGHT, BIAS, COUNTER)
                            .complete())
                    .isTrue();
        }
    }

    @Test
    void aFileOfSomethingElseIsAnError() {
        assertFails(
                IncompatibleModelException.class,
                () -> load(model, WeightMapping.REGULUS, WEIGHT),
                "there: nothing in it matches a weight of the model",
                "value/kernel F32 [3, 2]",
                "value.weight F32 [2, 3]");
    }

    @Test
    void averagesStartAnewFromWhatIsLoaded() {
        try (InterchangeModels_LineModel line = InterchangeModels_LineModel.create()) {
            line.fit(
                    Dataset.of(new float[][] {{1, 2, 3}, {3, 2, 1}}, new float[][] {{1, 2}, {0, 1}}),
                    Fit.epochs(3).verbose(false));
            load(line, WeightMapping.PYTORCH, WEIGHT, BIAS);
            assertThat(line.predict(new float[][] {{1, 10, 100}})[0]).isEqualTo(new float[] {328, 662});
            assertThat(line.steps()).isEqualTo(3);
        }
    }

    @Test
    void whatPredictionsUseIsExported() throws IOException {
        Path file = folder.resolve("line.safetensors");
        try (InterchangeModels_LineModel line = InterchangeModels_LineModel.create()) {
            load(line, WeightMapping.PYTORCH, WEIGHT, BIAS);
            line.fit(
                    Dataset.of(new float[][] {{1, 2, 3}, {3, 2, 1}}, new float[][] {{1, 2}, {0, 1}}),
                    Fit.epochs(3).verbose(false));
            line.exportWeights(file);
            assertThat(line.inferenceWeights().get("value/bias"))
                    .isNotEqualTo(line.weights().get("value/bias"));
            float[][] rows = {{1, 10, 100}};
            try (InterchangeModels_LineModel other = InterchangeModels_LineModel.create()) {
                assertThat(other.importWeights(file).complete()).isTrue();
                assertThat(other.predict(rows)).isEqualTo(line.predict(rows));
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.toList()).containsExactly(file);
        }
    }

    /** Names of files are easily taken for one another: model.safetensors is what a saved model has, too. */
    @Test
    void weightsAreNotExportedOverASavedModelButOverTheirLike() throws IOException {
        Path saved = folder.resolve("saved");
        model.save(saved);
        Path file = saved.resolve("model.safetensors");
        byte[] before = Files.readAllBytes(file);
        assertFails(
                IllegalArgumentException.class,
                () -> model.exportWeights(file),
                file.toString(),
                "the file of a saved model",
                "another name");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        Path own = Files.writeString(folder.resolve("model.safetensors"), "no such file");
        model.exportWeights(own);
        model.exportWeights(own);
        assertThat(SafetensorsFile.read(own).tensors()).hasSize(4);
    }

    @Test
    void aFolderIsNoFileOfWeights() {
        assertFails(
                SaveFormatException.class,
                () -> model.importWeights(folder),
                folder + ": it is a folder",
                "load or restore");
    }

    @Test
    void namesAreFoundByTheLongestPartOrAFunction() {
        WeightMapping mapping = WeightMapping.PYTORCH
                .rename("block", "a")
                .rename("separable/pointwise", "mix")
                .rename(part -> "net." + part)
                .flattened("fc1", 12);
        Path file = folder.resolve("names.safetensors");
        images.exportWeights(file, mapping);
        assertThat(SafetensorsFile.read(file).tensors().stream()
                        .map(NamedTensor::name)
                        .toList())
                .containsAtLeast(
                        "a.weight",
                        "a.norm.running_var",
                        "net.deep.weight",
                        "net.separable/depthwise.weight",
                        "mix.weight",
                        "mix.bias");
    }

    @Test
    void aMappingThatDoesNotFitTheModelIsAnError() {
        assertFails(
                IllegalArgumentException.class,
                () -> load(images, WeightMapping.PYTORCH.flattened("fc1", 12).rename("blok", "a"), WEIGHT),
                "rename(\"blok\", ...): the model has no layer with weights of that name",
                "block, block/norm, deep");
        assertFails(
                IllegalArgumentException.class,
                () -> load(images, WeightMapping.PYTORCH, WEIGHT),
                "layer 'fc1' reads 12 values that were flattened",
                "flattened(\"fc1\", 2, 2, 3)",
                "flattened(\"fc1\", 12)");
        assertFails(
                IllegalArgumentException.class,
                () -> load(images, WeightMapping.PYTORCH.flattened("fc1", 3, 3, 3), WEIGHT),
                "[3, 3, 3] are not the 12 values that the layer reads");
        assertFails(
                IllegalArgumentException.class,
                () -> load(images, WeightMapping.PYTORCH.flattened("fc1", 3, 2, 2), WEIGHT),
                "[3, 2, 2], but the layer reads what was [2, 2, 3]");
        assertFails(
                IllegalArgumentException.class,
                () -> load(images, WeightMapping.PYTORCH.flattened("fc1", 12).flattened("fc9", 12), WEIGHT),
                "flattened(\"fc9\", ...)");
    }

    @Test
    void oneChannelHasOneOrder() {
        Path file = folder.resolve("one.safetensors");
        try (InterchangeModels_OneChannelModel model = InterchangeModels_OneChannelModel.create();
                InterchangeModels_OneChannelModel other = InterchangeModels_OneChannelModel.create(
                        Settings.defaults().withSeed(5))) {
            model.exportWeights(file, WeightMapping.PYTORCH);
            assertThat(other.importWeights(file, WeightMapping.PYTORCH).complete())
                    .isTrue();
            assertThat(other.weights().get("hidden/kernel"))
                    .isEqualTo(model.weights().get("hidden/kernel"));
        }
    }

    @Test
    void aNumberThatNoFloatHoldsIsNamed() {
        ByteBuffer data = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        data.putDouble(1).putDouble(1e300).flip();
        NamedTensor bias = new NamedTensor("value.bias", ElementType.F64, new long[] {2}, data);
        SavedState before = SavedState.of(model);
        assertFails(
                SaveFormatException.class,
                () -> load(model, WeightMapping.PYTORCH, WEIGHT, bias),
                "tensor 'value.bias': value 1 is 1.0E300, too large for a float");
        before.assertStateOf(model);
    }

    @Test
    void aFileThatIsCutOffLoadsNothing() throws IOException {
        Path file = folder.resolve("cut.safetensors");
        SafetensorsFile.write(file, Map.of(), List.of(WEIGHT, BIAS));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        SavedState before = SavedState.of(model);
        assertFails(
                SaveFormatException.class,
                () -> model.importWeights(file, WeightMapping.PYTORCH),
                file.toString(),
                "the file is cut off");
        before.assertStateOf(model);
    }

    @Test
    void reportsKeepShapes() {
        ImportReport report = load(model, WeightMapping.PYTORCH, WEIGHT, BIAS);
        assertThat(report.missing()).hasSize(2);
        assertThat(report.missing().get(0).expected())
                .containsExactly(new VariableShape("hidden.weight", ElementType.F32, 3, 4));
    }
}
