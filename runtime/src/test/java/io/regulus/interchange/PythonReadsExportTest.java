package io.regulus.interchange;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is written here is read by a script of {@code src/test/python} that knows the format and nothing of Regulus. */
class PythonReadsExportTest {
    private static final float[] ROW = {0.5f, -1.25f, 2, 0.1f};

    @TempDir
    Path folder;

    @Test
    void andPredictsTheSame() throws IOException, InterruptedException {
        Path file = folder.resolve("net.safetensors");
        float[] expected;
        try (InterchangeModels_DeeperModel model = InterchangeModels_DeeperModel.create()) {
            model.setWeights(model.weights().with("value/bias", 3, -4).with("hidden/bias", 1, 2, -1));
            model.exportWeights(file, WeightMapping.PYTORCH);
            expected = model.predict(new float[][] {ROW})[0];
        }
        List<Float> predicted = new ArrayList<>();
        for (String line : run(file).lines().toList()) {
            predicted.add(Float.parseFloat(line));
        }
        assertThat(predicted).hasSize(2);
        assertThat(predicted.get(0)).isWithin(1e-6f).of(expected[0]);
        assertThat(predicted.get(1)).isWithin(1e-6f).of(expected[1]);
    }

    private static String run(Path file) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", "src/test/python/read_export.py", file.toString()));
        for (float value : ROW) {
            command.add(Float.toString(value));
        }
        Process python;
        try {
            python = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException none) {
            return abort("skipped: there is no python3 on this machine: " + none.getMessage());
        }
        String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertWithMessage(output).that(python.waitFor()).isEqualTo(0);
        return output;
    }
}
