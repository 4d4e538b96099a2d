package org.example.iris;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingTest {
    private static final int PER_CLASS = 50;

    @Test
    void threeBlobsAreToldApart() {
        Random random = new Random(42);
        float[][] rows = new float[3 * PER_CLASS][4];
        int[] labels = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = i % 3;
            for (int j = 0; j < 4; j++) {
                double centre = j == labels[i] ? 3 : 0;
                rows[i][j] = (float) (centre + 0.5 * random.nextGaussian());
            }
        }

        Training.Result result = Training.run(rows, labels);

        assertTrue(result.accuracy() > 0.9, () -> "accuracy " + result.accuracy());
        assertTrue(Double.isFinite(result.loss()), () -> "loss " + result.loss());
        assertEquals(rows.length, result.predictions().length);
        assertEquals(3, result.predictions()[0].length);
    }

    /** What is saved tells the version; a jar on the module path has no manifest to ask for it. */
    @Test
    void savesTheVersion(@TempDir Path folder) throws IOException {
        try (IrisNetModel model = IrisNetModel.create()) {
            model.save(folder);
        }
        String saved = Files.readString(folder.resolve("model.safetensors"), StandardCharsets.ISO_8859_1);
        assertTrue(
                Pattern.compile("\"regulus\\.version\":\"\\d+\\.\\d+\\.\\d+")
                        .matcher(saved)
                        .find(),
                () -> saved.substring(0, Math.min(saved.length(), 1000)));
    }

    @Test
    void runsOnTheModulePath() throws ClassNotFoundException {
        assertEquals("org.example.iris", Training.class.getModule().getName());
        Class<?> dataset = Class.forName("io.regulus.data.Dataset");
        assertEquals("io.regulus.runtime", dataset.getModule().getName());
    }
}
