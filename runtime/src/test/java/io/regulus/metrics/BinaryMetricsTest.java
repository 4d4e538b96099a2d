package io.regulus.metrics;

import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BinaryMetricsTest {
    private static BinaryMetrics of(float[] logits, int... labels) {
        BinaryMetrics metrics = new BinaryMetrics();
        metrics.add(logits, labels, labels.length);
        return metrics;
    }

    private static double auc(BinaryMetrics metrics) {
        return metrics.result().get("auc");
    }

    private static double accuracy(BinaryMetrics metrics) {
        return metrics.result().get("accuracy");
    }

    @Test
    void knownAreas() {
        // The example of scikit-learn's roc_auc_score.
        assertEquals(0.75, auc(of(new float[] {.1f, .4f, .35f, .8f}, 0, 0, 1, 1)));
        assertEquals(1.0, auc(of(new float[] {-2, -1, 1, 2}, 0, 0, 1, 1)));
        assertEquals(0.0, auc(of(new float[] {-2, -1, 1, 2}, 1, 1, 0, 0)));
        assertEquals(0.5, auc(of(new float[] {3, 3, 3, 3}, 1, 0, 0, 1)));
        assertEquals(0.5, auc(of(new float[] {0f, -0f}, 1, 0)), "minus zero equals zero");
        float infinity = Float.POSITIVE_INFINITY;
        assertEquals(0.625, auc(of(new float[] {-infinity, infinity, infinity, 5}, 0, 1, 0, 1)));
    }

    @Test
    void accuracyAtProbabilityOneHalf() {
        assertEquals(0.75, accuracy(of(new float[] {-1, 0, 1, -5}, 0, 0, 1, 1)));
        assertEquals(0.0, accuracy(of(new float[] {0}, 1)), "probability 0.5 is not above it");
        assertEquals(
                List.of("accuracy", "auc"),
                List.copyOf(of(new float[] {1}, 1).result().keySet()));
    }

    @Test
    void undefinedAreasAreNan() {
        assertTrue(Double.isNaN(auc(new BinaryMetrics())));
        assertTrue(Double.isNaN(accuracy(new BinaryMetrics())));
        assertTrue(Double.isNaN(auc(of(new float[] {1, 2}, 1, 1))));
        assertTrue(Double.isNaN(auc(of(new float[] {1, 2}, 0, 0))));
        BinaryMetrics nan = of(new float[] {Float.NaN, Float.NaN, 1}, 0, 1, 1);
        assertTrue(Double.isNaN(auc(nan)));
        assertEquals(1.0 / 3, accuracy(nan));
        nan.reset();
        nan.add(new float[] {1, 2}, new int[] {0, 1}, 2);
        assertEquals(1.0, auc(nan));
    }

    /** Against counting all pairs, with many ties, in batches of every size, results asked for in between. */
    @Test
    void areaIsThatOfAllPairs() {
        Random random = new Random(23);
        for (int trial = 0; trial < 60; trial++) {
            int rows = 2 + random.nextInt(400);
            float[] logits = new float[rows];
            int[] labels = new int[rows];
            int levels = 1 + random.nextInt(50);
            BinaryMetrics metrics = new BinaryMetrics();
            for (int row = 0; row < rows; row++) {
                logits[row] = random.nextInt(levels) - levels / 2;
                labels[row] = random.nextInt(2);
                metrics.add(new float[] {logits[row]}, new int[] {labels[row]}, 1);
                if (random.nextInt(20) == 0) {
                    metrics.result();
                }
            }
            double expected = allPairs(logits, labels);
            assertEquals(expected, auc(metrics), 1e-12);
            assertEquals(expected, auc(of(logits, labels)), 1e-12);
        }
    }

    private static double allPairs(float[] logits, int[] labels) {
        double won = 0;
        long pairs = 0;
        for (int one = 0; one < labels.length; one++) {
            for (int zero = 0; zero < labels.length; zero++) {
                if (labels[one] == 1 && labels[zero] == 0) {
                    pairs++;
                    won += logits[one] > logits[zero] ? 1 : logits[one] == logits[zero] ? 0.5 : 0;
                }
            }
        }
        return won / pairs;
    }

    @Test
    void manyRows() {
        int rows = 200_000;
        float[] logits = new float[rows];
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            logits[row] = row;
            labels[row] = row % 2;
        }
        // Of 10^10 pairs, those of class 1 lose rows / 2 * (rows / 2 - 1) / 2: integer counts of this size must not
        // overflow.
        double half = rows / 2.0;
        assertEquals(1 - (half - 1) / 2 / half, auc(of(logits, labels)), 1e-12);
    }

    @Test
    void refusals() {
        assertFails(IllegalArgumentException.class, () -> of(new float[] {1, 2}, 0, 2), "label 2 in row 1", "0 and 1");
        assertFails(
                IllegalArgumentException.class,
                () -> new BinaryMetrics().add(new float[1], new int[2], 2),
                "outputs has 1");
    }
}
