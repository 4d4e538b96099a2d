package io.regulus.metrics;

import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AccuracyTest {
    @Test
    void shareOfRowsWhoseLargestOutputIsTheirClass() {
        Accuracy accuracy = new Accuracy(3);
        accuracy.add(new float[] {1, 2, 0, -3, -1, -2, 9, 8, 7}, new int[] {1, 0, 0}, 3);
        assertEquals(Map.of("accuracy", 2.0 / 3), accuracy.result());
        accuracy.add(new float[] {0, 0, 1}, new int[] {2}, 1);
        assertEquals(Map.of("accuracy", 0.75), accuracy.result());
    }

    @Test
    void tiesGoToTheLowestClassAndNanIsWrong() {
        Accuracy accuracy = new Accuracy(2);
        accuracy.add(new float[] {1, 1, 1, 1}, new int[] {0, 1}, 2);
        assertEquals(0.5, accuracy.result().get("accuracy"));
        accuracy.reset();
        float nan = Float.NaN;
        accuracy.add(new float[] {nan, nan, nan, 1, 1, nan}, new int[] {0, 1, 0}, 3);
        assertEquals(0.0, accuracy.result().get("accuracy"));
    }

    @Test
    void reusedArraysMayBeLonger() {
        Accuracy accuracy = new Accuracy(2);
        float[] outputs = {0, 1, 5, 5, 5, 5};
        int[] labels = {1, 9, 9};
        accuracy.add(outputs, labels, 1);
        outputs[0] = 7;
        assertEquals(1.0, accuracy.result().get("accuracy"));
    }

    @Test
    void batchesDoNotMatter() {
        Random random = new Random(1);
        int rows = 500;
        float[] outputs = new float[rows * 4];
        int[] labels = new int[rows];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = random.nextInt(6);
        }
        for (int i = 0; i < rows; i++) {
            labels[i] = random.nextInt(4);
        }
        Accuracy whole = new Accuracy(4);
        whole.add(outputs, labels, rows);
        Accuracy single = new Accuracy(4);
        for (int row = 0; row < rows; row++) {
            float[] one = new float[4];
            System.arraycopy(outputs, row * 4, one, 0, 4);
            single.add(one, new int[] {labels[row]}, 1);
        }
        assertEquals(whole.result(), single.result());
    }

    @Test
    void noRows() {
        Accuracy accuracy = new Accuracy(2);
        assertTrue(Double.isNaN(accuracy.result().get("accuracy")));
        accuracy.add(new float[] {0, 1}, new int[] {1}, 1);
        accuracy.reset();
        assertTrue(Double.isNaN(accuracy.result().get("accuracy")));
    }

    @Test
    void refusals() {
        assertFails(IllegalArgumentException.class, () -> new Accuracy(1), "classes = 1", "at least 2");
        Accuracy accuracy = new Accuracy(3);
        assertFails(
                IllegalArgumentException.class,
                () -> accuracy.add(new float[5], new int[2], 2),
                "outputs has 5",
                "2 rows of 3 need 6");
        assertFails(IllegalArgumentException.class, () -> accuracy.add(new float[6], new int[1], 2), "labels has 1");
        assertFails(IllegalArgumentException.class, () -> accuracy.add(new float[6], new int[1], -1), "rows = -1");
    }
}
