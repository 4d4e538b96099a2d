package io.regulus.metrics;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.testing.Samples;
import org.junit.jupiter.api.Test;

/** What metrics have added up, given to others of their kind, goes on there to the last bit. */
class MetricStateTest {
    private static final int ROWS = 1_000;

    @Test
    void accuracyGoesOn() {
        float[] outputs = Samples.normal(3 * ROWS, 1);
        int[] labels = Samples.labels(ROWS, 3, 2);
        assertGoesOn(new Accuracy(3), new Accuracy(3), outputs, labels);
    }

    @Test
    void accuracyAndAreaGoOn() {
        float[] outputs = Samples.normal(ROWS, 1);
        outputs[7] = -0.0f;
        int[] labels = Samples.labels(ROWS, 2, 2);
        assertGoesOn(new BinaryMetrics(), new BinaryMetrics(), outputs, labels);
        outputs[5] = Float.NaN;
        BinaryMetrics nan = new BinaryMetrics();
        nan.add(outputs, labels, ROWS);
        BinaryMetrics on = new BinaryMetrics();
        on.restore(nan.state());
        assertThat(on.result().get("auc")).isNaN();
    }

    private static void assertGoesOn(LabelMetrics first, LabelMetrics second, float[] outputs, int... labels) {
        first.add(outputs, labels, ROWS);
        second.add(outputs, labels, 3); // forgotten
        second.restore(first.state());
        assertThat(second.result()).isEqualTo(first.result());
        first.add(outputs, labels, ROWS / 2);
        second.add(outputs, labels, ROWS / 2);
        assertThat(second.result()).isEqualTo(first.result());
    }

    @Test
    void errorsGoOn() {
        float[] outputs = Samples.normal(2 * ROWS, 1);
        float[] targets = Samples.normal(2 * ROWS, 2);
        RegressionMetrics first = new RegressionMetrics(2);
        RegressionMetrics second = new RegressionMetrics(2);
        first.add(outputs, targets, ROWS);
        second.restore(first.state());
        first.add(targets, outputs, ROWS / 2);
        second.add(targets, outputs, ROWS / 2);
        assertThat(second.result()).isEqualTo(first.result());
    }

    @Test
    void theStateOfOthersIsRefused() {
        assertFails(IllegalArgumentException.class, () -> new Accuracy(3).restore(1), "1 numbers", "accuracy");
        assertFails(IllegalArgumentException.class, () -> new BinaryMetrics().restore(1, 0, 9), "3 numbers", "area");
        assertFails(
                IllegalArgumentException.class,
                () -> new RegressionMetrics(2).restore(new RegressionMetrics(3).state()),
                "7 numbers",
                "errors");
    }
}
