package io.regulus.parity;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.data.Dataset;
import io.regulus.data.DatasetBuilder;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.save.ElementType;
import io.regulus.save.NamedTensor;
import io.regulus.save.SafetensorsFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What PyTorch says of 25 steps of a network: written by {@code src/test/python/make_parity_fixtures.py}, or by a script
 * beside it that says in Python what a single case computes (see {@code trajectory.py} there).
 *
 * @param name the case, such as {@code dense_sgd}
 * @param metadata the file's own
 * @param batches the data of each step
 * @param tensors everything in the file
 */
record ParityFixture(
        String name, Map<String, String> metadata, List<Dataset> batches, Map<String, NamedTensor> tensors) {
    private static final String SUFFIX = ".safetensors";

    /** The names of all cases, sorted. */
    static List<String> names() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Path folder() {
        try {
            return Path.of(ParityFixture.class.getResource("/parity").toURI());
        } catch (URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static ParityFixture read(String name) {
        SafetensorsFile.Content file = SafetensorsFile.read(folder().resolve(name + SUFFIX));
        Map<String, NamedTensor> tensors = new LinkedHashMap<>();
        file.tensors().forEach(tensor -> tensors.put(tensor.name(), tensor));
        Dataset all = tensors.containsKey("x") && tensors.containsKey("y")
                ? dataset(tensors.get("x"), tensors.get("y"))
                : named(tensors);
        if (tensors.containsKey("row_weights")) {
            all = all.withRowWeights(tensors.get("row_weights").floats());
        }
        List<Dataset> batches = new ArrayList<>();
        int from = 0;
        for (String size : file.metadata().get("batchSizes").split(",", -1)) {
            int to = from + Integer.parseInt(size.strip());
            batches.add(all.range(from, to));
            from = to;
        }
        return new ParityFixture(name, file.metadata(), batches, tensors);
    }

    /** Several inputs are named {@code x/left} and so on, several targets {@code y/price}; a single one is {@code x}, {@code y}. */
    private static Dataset named(Map<String, NamedTensor> tensors) {
        DatasetBuilder builder = Dataset.builder();
        tensors.forEach((name, tensor) -> {
            if (name.equals("x") || name.startsWith("x/")) {
                builder.input(
                        name.equals("x") ? "input" : name.substring(2),
                        features(tensor).features());
            }
        });
        Map<String, NamedTensor> targets = new LinkedHashMap<>(tensors);
        targets.keySet().removeIf(name -> !name.equals("y") && !name.startsWith("y/"));
        Dataset inputs = builder.build();
        targets.forEach((name, tensor) -> builder.target(
                name.equals("y") ? "output" : name.substring(2),
                targets(inputs, tensor).targets()));
        return builder.build();
    }

    private static Dataset dataset(NamedTensor x, NamedTensor y) {
        return targets(features(x), y);
    }

    private static Dataset targets(Dataset features, NamedTensor y) {
        if (y.type() == ElementType.F32) {
            return features.withValues(y.floats(), Math.toIntExact(y.shape().get(1)));
        }
        return features.withLabels(
                Arrays.stream(y.longs()).mapToInt(Math::toIntExact).toArray());
    }

    private static Dataset features(NamedTensor x) {
        int rows = Math.toIntExact(x.shape().get(0));
        if (x.type() == ElementType.F32) {
            return Dataset.ofFlat(x.floats(), x.floats().length / rows);
        }
        int[] flat = Arrays.stream(x.longs()).mapToInt(Math::toIntExact).toArray();
        int[][] tokens = new int[rows][];
        for (int row = 0; row < rows; row++) {
            tokens[row] = Arrays.copyOfRange(flat, row * flat.length / rows, (row + 1) * flat.length / rows);
        }
        return Dataset.ofInts(tokens);
    }

    /** The values of a tensor, such as {@code loss} or {@code end/hidden/kernel}. */
    float[] floats(String tensor) {
        return tensors.get(tensor).floats();
    }

    /** Names of the weights, which stand in the file with the prefixes {@code init/} and {@code end/}. */
    List<String> weights() {
        return tensors.keySet().stream()
                .filter(tensor -> tensor.startsWith("init/"))
                .map(tensor -> tensor.substring("init/".length()))
                .toList();
    }

    /** Gives a model, which has to have these weights and no others, the values that the case starts with. */
    void start(Model model) {
        Weights weights = model.weights();
        assertThat(weights.names()).containsExactlyElementsIn(weights());
        for (String weight : weights()) {
            weights = weights.with(weight, floats("init/" + weight));
        }
        model.setWeights(weights);
    }

    /**
     * Name of the class that is generated for the case: that of the file's metadata, or by the name of the case, such as
     * {@code ParityModels_DenseSgdModel}.
     */
    String modelClass() {
        if (metadata.containsKey("model")) {
            return metadata.get("model");
        }
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_", -1)) {
            camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return "io.regulus.parity.ParityModels_" + camel + "Model";
    }
}
