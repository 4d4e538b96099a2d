package io.regulus.metrics;

import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegressionMetricsTest {
    private static Map<String, Double> of(int width, float[] outputs, float[] targets) {
        RegressionMetrics metrics = new RegressionMetrics(width);
        metrics.add(outputs, targets, targets.length / width);
        return metrics.result();
    }

    @Test
    void knownValues() {
        // The examples of scikit-learn's r2_score, the second with multioutput="variance_weighted".
        Map<String, Double> one = of(1, new float[] {2.5f, 0, 2, 8}, new float[] {3, -.5f, 2, 7});
        assertEquals(List.of("mae", "rmse", "r2"), List.copyOf(one.keySet()));
        assertEquals(0.5, one.get("mae"), 1e-12);
        assertEquals(Math.sqrt(0.375), one.get("rmse"), 1e-12);
        assertEquals(0.9486081370449679, one.get("r2"), 1e-12);
        Map<String, Double> two = of(2, new float[] {0, 2, -1, 2, 8, -5}, new float[] {.5f, 1, -1, 1, 7, -6});
        assertEquals(0.9382566585956417, two.get("r2"), 1e-12);
        assertEquals(4.5 / 6, two.get("mae"), 1e-12);
    }

    @Test
    void perfectMeanAndConstant() {
        assertEquals(1.0, of(1, new float[] {1, 2}, new float[] {1, 2}).get("r2"));
        assertEquals(0.0, of(1, new float[] {2, 2, 2}, new float[] {1, 2, 3}).get("r2"));
        assertTrue(
                Double.isNaN(of(1, new float[] {1, 2}, new float[] {.1f, .1f}).get("r2")));
        assertTrue(Double.isNaN(
                of(2, new float[] {1, 2, 3, 4}, new float[] {1, 5, 1, 5}).get("r2")));
    }

    @Test
    void noRowsAndNan() {
        new RegressionMetrics(1).result().values().forEach(value -> assertTrue(Double.isNaN(value)));
        Map<String, Double> nan = of(1, new float[] {Float.NaN, 1}, new float[] {1, 2});
        nan.values().forEach(value -> assertTrue(Double.isNaN(value)));
    }

    /** Targets around 10^6 that differ in the last digits: sums of squares would lose the variation altogether. */
    @Test
    void stableFarFromZero() {
        Random random = new Random(4);
        int rows = 20_000;
        float[] near = new float[rows];
        float[] far = new float[rows];
        float[] nearOutputs = new float[rows];
        float[] farOutputs = new float[rows];
        for (int i = 0; i < rows; i++) {
            near[i] = random.nextInt(9);
            nearOutputs[i] = near[i] + random.nextInt(3) - 1;
            far[i] = near[i] + 8_000_000;
            farOutputs[i] = nearOutputs[i] + 8_000_000;
        }
        Map<String, Double> expected = of(1, nearOutputs, near);
        of(1, farOutputs, far).forEach((name, value) -> assertEquals(expected.get(name), value, 1e-9, name));
    }

    @Test
    void batchesDoNotMatterAndResetForgets() {
        Random random = new Random(9);
        float[] outputs = new float[300];
        float[] targets = new float[300];
        for (int i = 0; i < targets.length; i++) {
            outputs[i] = random.nextFloat();
            targets[i] = random.nextFloat();
        }
        RegressionMetrics batched = new RegressionMetrics(3);
        batched.add(outputs, targets, 50);
        batched.reset();
        float[] batch = new float[21];
        float[] batchTargets = new float[21];
        for (int row = 0; row < 100; ) {
            int rows = Math.min(7, 100 - row);
            System.arraycopy(outputs, row * 3, batch, 0, rows * 3);
            System.arraycopy(targets, row * 3, batchTargets, 0, rows * 3);
            batched.add(batch, batchTargets, rows);
            row += rows;
        }
        Map<String, Double> whole = of(3, outputs, targets);
        batched.result().forEach((name, value) -> assertEquals(whole.get(name), value, 1e-12, name));
    }

    @Test
    void refusals() {
        assertFails(IllegalArgumentException.class, () -> new RegressionMetrics(0), "width = 0");
        assertFails(
                IllegalArgumentException.class,
                () -> new RegressionMetrics(2).add(new float[4], new float[3], 2),
                "targets has 3",
                "2 rows of 2 need 4");
    }
}
