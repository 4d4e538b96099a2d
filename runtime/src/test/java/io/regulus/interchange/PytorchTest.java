package io.regulus.interchange;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Failures.assertFails;
import static io.regulus.testing.Values.flat;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.save.NamedTensor;
import io.regulus.save.SafetensorsFile;
import io.regulus.testing.SavedState;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network that PyTorch wrote predicts here what it predicts there; fixtures by {@code make_interchange_fixtures.py}. */
class PytorchTest {
    private static final Path FIXTURES = Path.of("src/test/resources/interchange");

    static final WeightMapping IMAGE = WeightMapping.PYTORCH
            .rename(Map.of("block", "features.0", "block/norm", "features.1", "fc1/norm", "norm"))
            .flattened("fc1", 2, 2, 3)
            .requireAll();

    @TempDir
    Path folder;

    static Path fixture(String name) {
        return FIXTURES.resolve(name + ".safetensors");
    }

    private static Map<String, NamedTensor> tensors(Path file) {
        Map<String, NamedTensor> tensors = new LinkedHashMap<>();
        SafetensorsFile.read(file).tensors().forEach(tensor -> tensors.put(tensor.name(), tensor));
        return tensors;
    }

    private static void assertPredictsAsThere(Model model, String name) {
        Map<String, NamedTensor> expected = tensors(fixture(name + "_expected"));
        NamedTensor x = expected.get("x");
        int rows = Math.toIntExact(x.shape().get(0));
        Dataset data = switch (x.type()) {
            case I64 ->
                Dataset.ofFlatInts(
                        LongStream.of(x.longs()).mapToInt(Math::toIntExact).toArray(), x.longs().length / rows);
            default -> Dataset.ofFlat(x.floats(), x.floats().length / rows);
        };
        assertThat(flat(model.predictions(data)))
                .usingTolerance(1e-6)
                .containsExactly(expected.get("y").floats())
                .inOrder();
    }

    /** What is written is what PyTorch wrote, tensor by tensor. */
    private void assertWritesTheSame(Model model, WeightMapping mapping, String name, String... others) {
        Path file = folder.resolve("sub/out.safetensors");
        model.exportWeights(file, mapping);
        Map<String, NamedTensor> written = tensors(file);
        Map<String, NamedTensor> original = tensors(fixture(name));
        original.keySet().removeIf(tensor -> tensor.endsWith("num_batches_tracked"));
        assertThat(written.keySet()).containsExactlyElementsIn(original.keySet());
        for (String other : others) {
            written.remove(other);
        }
        written.forEach(
                (tensor, values) -> assertWithMessage(tensor).that(values).isEqualTo(original.get(tensor)));
        assertThat(SafetensorsFile.read(file).metadata()).containsExactly("format", "pt");
    }

    @Test
    void aNetworkOfImages() {
        try (InterchangeModels_ImageModel model = InterchangeModels_ImageModel.create()) {
            ImportReport report = model.importWeights(fixture("pytorch_image"), IMAGE);
            assertThat(report.complete()).isTrue();
            assertThat(report.loaded()).hasSize(17);
            assertPredictsAsThere(model, "pytorch_image");
            assertWritesTheSame(model, IMAGE, "pytorch_image");
        }
    }

    @Test
    void transposedConvolutions() {
        WeightMapping mapping = WeightMapping.PYTORCH.requireAll();
        try (InterchangeModels_DecoderModel model = InterchangeModels_DecoderModel.create()) {
            assertThat(model.importWeights(fixture("pytorch_decoder"), mapping).loaded())
                    .hasSize(4);
            assertPredictsAsThere(model, "pytorch_decoder");
            assertWritesTheSame(model, mapping, "pytorch_decoder");
        }
    }

    @Test
    void aNetworkOfSequences() {
        WeightMapping mapping = WeightMapping.PYTORCH.requireAll();
        try (InterchangeModels_SequenceModel model = InterchangeModels_SequenceModel.create()) {
            assertThat(model.importWeights(fixture("pytorch_sequence"), mapping).complete())
                    .isTrue();
            assertPredictsAsThere(model, "pytorch_sequence");
            // of the two biases of an LSTM only the sum is known here
            assertWritesTheSame(
                    model,
                    mapping,
                    "pytorch_sequence",
                    "lstm.bias_ih_l0",
                    "lstm.bias_hh_l0",
                    "lstm.bias_ih_l0_reverse",
                    "lstm.bias_hh_l0_reverse");
            Path file = folder.resolve("sub/out.safetensors");
            try (InterchangeModels_SequenceModel other = InterchangeModels_SequenceModel.create()) {
                other.importWeights(file, mapping);
                assertPredictsAsThere(other, "pytorch_sequence");
            }
        }
    }

    /** The shapes fit either way, so nothing is loaded before it is said which way it is, of the kernel and of the norm before it. */
    @Test
    void whatAFieldBeforeFlattensIsAskedFor() {
        Path file = fixture("pytorch_flat");
        WeightMapping kernel = WeightMapping.PYTORCH.flattened("fc1", 4, 3, 3);
        WeightMapping norm = WeightMapping.PYTORCH.flattened("norm", 4, 3, 3);
        try (InterchangeModels_FlatModel model = InterchangeModels_FlatModel.create()) {
            SavedState before = SavedState.of(model);
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.importWeights(file, kernel),
                    "layer 'norm' reads 36 values that were flattened",
                    "flattened(\"norm\", 4, 3, 3)",
                    "flattened(\"norm\", 36)");
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.importWeights(file, norm),
                    "layer 'fc1' reads 36 values that were flattened");
            before.assertStateOf(model);
            WeightMapping both = kernel.flattened("norm", 4, 3, 3);
            assertThat(model.importWeights(file, both.requireAll()).complete()).isTrue();
            assertPredictsAsThere(model, "pytorch_flat");
            assertWritesTheSame(model, both, "pytorch_flat");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pytorch_half", "pytorch_bfloat", "pytorch_double"})
    void otherTypesAreConverted(String name) {
        try (InterchangeModels_LineModel model = InterchangeModels_LineModel.create()) {
            model.importWeights(fixture(name), WeightMapping.PYTORCH.requireAll());
            assertPredictsAsThere(model, name);
        }
    }
}
