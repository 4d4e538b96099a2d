package io.regulus.engine;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;
import static io.regulus.testing.Values.flat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.regulus.data.Dataset;
import io.regulus.effects.SeveralModels_PairModel;
import io.regulus.model.Model;
import io.regulus.save.LibraryVersion;
import io.regulus.testing.Nets_BytesModel;
import io.regulus.testing.Nets_FullModel;
import io.regulus.testing.Nets_YesNoModel;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.train.Fit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Signature;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** What is exported is the network as it predicts, and nothing else. */
class SavedModelExportTest {
    private static final Dataset DATA = Samples.labelled(40, 6, 3, 9);

    @TempDir
    Path folder;

    private static float[] ask(Path export, Tensor rows) {
        try (SavedModelBundle bundle = SavedModelBundle.load(export.toString(), "serve");
                rows;
                Result result = bundle.function("serving_default").call(Map.of("input", rows))) {
            Tensor predictions = result.get("predictions").orElseThrow();
            float[] values = new float[Math.toIntExact(predictions.shape().size())];
            predictions.asRawTensor().data().asFloats().read(values);
            return values;
        }
    }

    private static Tensor floats(int rows, int width, long seed) {
        return TFloat32.tensorOf(Shape.of(rows, width), DataBuffers.of(Samples.normal(rows * width, seed)));
    }

    @Test
    void theExportPredictsTheSameBits() {
        Path export = folder.resolve("a/export");
        try (Nets_FullModel model = Nets_FullModel.create()) {
            model.fit(DATA, Fit.epochs(2).verbose(false));
            SavedState before = SavedState.of(model);
            model.exportSavedModel(export);
            before.assertStateOf(model);
            for (int rows : new int[] {1, 7, 200}) {
                assertThat(ask(export, floats(rows, 6, rows)))
                        .isEqualTo(flat(model.predict(Dataset.ofFlat(Samples.normal(rows * 6, rows), 6))));
            }
        }
    }

    @Test
    void bytesAndSingleOutputsAreExportedToo() {
        byte[] pixels = {0, -1, 100, 7, 1, 2, 3, -128};
        try (Nets_BytesModel model = Nets_BytesModel.create()) {
            model.exportSavedModel(folder.resolve("bytes"));
            assertThat(ask(folder.resolve("bytes"), TUint8.tensorOf(Shape.of(2, 2, 2, 1), DataBuffers.of(pixels))))
                    .isEqualTo(flat(model.predict(Dataset.ofFlatBytes(pixels, 4))));
        }
        try (Nets_YesNoModel model = Nets_YesNoModel.create()) {
            model.exportSavedModel(folder.resolve("single"));
            assertThat(ask(folder.resolve("single"), floats(5, 3, 2)))
                    .isEqualTo(model.predict(Dataset.ofFlat(Samples.normal(15, 2), 3)));
        }
    }

    @Test
    void aNetworkTrainedOnBytesStillTakesFloats() {
        byte[] pixels = new byte[40 * 6];
        new Random(1).nextBytes(pixels);
        Dataset bytes = Dataset.ofFlatBytes(pixels, 6, Samples.labels(40, 3, 2));
        float[] floats = new float[pixels.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (pixels[i] & 0xff) * (1f / 255);
        }
        Path export = folder.resolve("export");
        try (Nets_FullModel model = Nets_FullModel.create()) {
            model.fit(bytes, Fit.epochs(1).verbose(false));
            model.exportSavedModel(export);
            assertThat(ask(export, TFloat32.tensorOf(Shape.of(40, 6), DataBuffers.of(floats))))
                    .isEqualTo(flat(model.predict(bytes)));
        }
        try (SavedModelBundle bundle = SavedModelBundle.load(export.toString(), "serve")) {
            Signature signature = bundle.function("serving_default").signature();
            assertThat(signature.inputNames()).containsExactly("input");
            assertThat(signature.getInputs().get("input").dataType).isEqualTo(DataType.DT_FLOAT);
        }
    }

    @Test
    void nothingOfTrainingIsExported() {
        try (Nets_FullModel model = Nets_FullModel.create()) {
            model.exportSavedModel(folder.resolve("export"));
            Set<String> types = new TreeSet<>();
            Set<String> variables = new TreeSet<>();
            try (SavedModelBundle bundle =
                    SavedModelBundle.load(folder.resolve("export").toString(), "serve")) {
                for (NodeDef node : bundle.graph().toGraphDef().getNodeList()) {
                    types.add(node.getOp());
                    if (node.getOp().equals("VarHandleOp")) {
                        variables.add(node.getAttrOrThrow("shared_name").getS().toStringUtf8());
                    }
                }
            }
            assertThat(variables).isEqualTo(new TreeSet<>(model.weights().names()));
            for (String type : types) {
                assertThat(type).doesNotContainMatch("Apply|Random|Grad|AssignSub|AssignAdd|CheckNumerics");
            }
        }
    }

    @Test
    void anExportReplacesTheOneBefore() throws IOException {
        Path export = folder.resolve("export");
        Files.createDirectory(export);
        try (Nets_FullModel model = Nets_FullModel.create()) {
            model.exportSavedModel(export);
            model.fit(DATA, Fit.epochs(1).verbose(false));
            model.exportSavedModel(export);
            assertThat(ask(export, floats(3, 6, 1)))
                    .isEqualTo(flat(model.predict(Dataset.ofFlat(Samples.normal(18, 1), 6))));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.toList()).containsExactly(export);
        }
    }

    @Test
    void aFolderOfSomethingElseIsLeftAlone() throws IOException {
        Path mine = Files.writeString(folder.resolve("thesis.txt"), "chapter 1");
        try (Nets_FullModel model = Nets_FullModel.create()) {
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.exportSavedModel(folder),
                    folder + " holds thesis.txt",
                    "name a new or empty folder");
            assertFails(IllegalArgumentException.class, () -> model.exportSavedModel(mine), "is a file");
        }
        assertThat(Files.readString(mine)).isEqualTo("chapter 1");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.toList()).containsExactly(mine);
        }
    }

    @Test
    void aModelIsNotSavedAmongTheFilesOfASavedModel() throws IOException {
        Path export = folder.resolve("export");
        try (Nets_FullModel model = Nets_FullModel.create()) {
            model.exportSavedModel(export);
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.save(export),
                    "in " + export + ": it holds a SavedModel for serving",
                    "a folder of its own");
            assertThat(Files.exists(export.resolve("model.safetensors"))).isFalse();
            model.exportSavedModel(export);
        }
    }

    @Test
    void aFileBesideASavedModelIsNotDeletedWithIt() throws IOException {
        Path export = folder.resolve("export");
        try (Nets_FullModel model = Nets_FullModel.create()) {
            model.exportSavedModel(export);
            byte[] before = Files.readAllBytes(export.resolve("saved_model.pb"));
            Path labels = Files.writeString(export.resolve("labels.txt"), "cat dog");
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.exportSavedModel(export),
                    export + " holds labels.txt",
                    "move it away");
            assertThat(Files.readString(labels)).isEqualTo("cat dog");
            assertThat(Files.readAllBytes(export.resolve("saved_model.pb"))).isEqualTo(before);
            // what TensorFlow itself may put there is part of it
            Files.delete(labels);
            Files.createDirectories(export.resolve("assets.extra"));
            Files.writeString(export.resolve("fingerprint.pb"), "");
            model.exportSavedModel(export);
        }
        try (Stream<Path> left = Files.list(export)) {
            assertThat(left.map(path -> path.getFileName().toString()).toList())
                    .containsExactly("saved_model.pb", "variables", "assets.extra");
        }
    }

    private static void assertSigned(Map<String, Signature.TensorDescription> signed, JsonArray described) {
        assertThat(described).hasSize(signed.size());
        for (JsonElement element : described) {
            JsonObject port = element.getAsJsonObject();
            Signature.TensorDescription tensor = signed.get(port.get("name").getAsString());
            String type = port.get("type").getAsString();
            assertThat(tensor.dataType)
                    .isEqualTo(
                            type.equals("float32")
                                    ? DataType.DT_FLOAT
                                    : DataType.valueOf("DT_" + type.toUpperCase(Locale.ROOT)));
            assertThat(port.getAsJsonArray("shape").asList().stream()
                            .map(JsonElement::getAsLong)
                            .toList())
                    .containsExactlyElementsIn(
                            LongStream.of(tensor.shape.asArray()).boxed().toList())
                    .inOrder();
        }
    }

    private JsonObject exported(Model model) throws IOException {
        Path export = folder.resolve("described");
        model.exportSavedModel(export);
        JsonObject json = JsonParser.parseString(Files.readString(export.resolve("assets.extra/regulus.json")))
                .getAsJsonObject();
        try (SavedModelBundle bundle = SavedModelBundle.load(export.toString(), "serve")) {
            Signature signature = bundle.function("serving_default").signature();
            assertSigned(signature.getInputs(), json.getAsJsonArray("inputs"));
            assertSigned(signature.getOutputs(), json.getAsJsonArray("outputs"));
        }
        return json;
    }

    @Test
    void whatTheTensorsDoNotSayStandsBeside() throws IOException {
        try (Nets_FullModel model = Nets_FullModel.create(Settings.defaults().withSeed(77))) {
            model.attach("classes", "[\"cat\", \"d\u00f6g\"]");
            model.fit(DATA, Fit.epochs(1).verbose(false));
            JsonObject json = exported(model);
            assertThat(json.get("format").getAsInt()).isEqualTo(1);
            assertThat(json.get("model").getAsString()).isEqualTo("io.regulus.testing.Nets.Full");
            assertThat(json.get("regulus").getAsString()).isEqualTo(LibraryVersion.get());
            assertThat(json.get("seed").getAsLong()).isEqualTo(77);
            assertThat(json.get("steps").getAsLong()).isEqualTo(2);
            assertThat(json.getAsJsonObject("hyperparameters")
                            .get("hidden.dropout")
                            .getAsDouble())
                    .isEqualTo(0.3);
            assertThat(json.getAsJsonObject("attachments").get("classes").getAsString())
                    .isEqualTo("[\"cat\", \"d\u00f6g\"]");
            JsonObject output = json.getAsJsonArray("outputs").get(0).getAsJsonObject();
            assertThat(output.get("classes").getAsInt()).isEqualTo(3);
        }
    }

    @Test
    void theSignatureHasTheShapesThatAreDescribed() throws IOException {
        try (Nets_BytesModel model = Nets_BytesModel.create()) {
            exported(model);
        }
        try (Nets_YesNoModel model = Nets_YesNoModel.create()) {
            exported(model);
        }
        try (SeveralModels_PairModel model = SeveralModels_PairModel.create()) {
            exported(model);
        }
    }
}
