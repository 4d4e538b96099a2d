package org.example.iris;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

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

    @Test
    void runsOnTheClassPath() {
        assertFalse(Training.class.getModule().isNamed());
    }
}
