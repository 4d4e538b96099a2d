package io.regulus.metrics;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.testing.Samples;
import java.util.Arrays;
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
    void whatSeveralHaveAddedUpIsWhatOneWouldHave() {
        int[] labels = Samples.labels(ROWS, 3, 2);
        float[] three = Samples.normal(3 * ROWS, 1);
        assertMerged(new Accuracy(3), new Accuracy(3), new Accuracy(3), 3, three, labels);
        int[] truths = Samples.labels(ROWS, 2, 2);
        float[] logits = Samples.normal(ROWS, 1);
        assertMerged(new BinaryMetrics(), new BinaryMetrics(), new BinaryMetrics(), 1, logits, truths);
    }

    private static void assertMerged(
            LabelMetrics whole, LabelMetrics one, LabelMetrics other, int width, float[] outputs, int... labels) {
        int first = 300;
        whole.add(outputs, labels, ROWS);
        one.add(outputs, labels, first);
        other.add(
                Arrays.copyOfRange(outputs, first * width, ROWS * width),
                Arrays.copyOfRange(labels, first, ROWS),
                ROWS - first);
        one.merge(other.state());
        assertThat(one.result()).isEqualTo(whole.result());
        one.reset();
        one.merge(whole.state());
        assertThat(one.result()).isEqualTo(whole.result());
    }

    @Test
    void mergedErrorsOfTargetsFarFromZeroAreThoseOfOne() {
        float[] outputs = Samples.normal(2 * ROWS, 1);
        float[] targets = Samples.normal(2 * ROWS, 2);
        for (int i = 0; i < targets.length; i++) {
            // the first part lies elsewhere than the second
            targets[i] += i < 500 ? 3_000 : 3_010;
            outputs[i] += 3_004;
        }
        RegressionMetrics whole = new RegressionMetrics(2);
        whole.add(outputs, targets, ROWS);
        RegressionMetrics one = new RegressionMetrics(2);
        one.add(outputs, targets, 250);
        RegressionMetrics other = new RegressionMetrics(2);
        other.add(Arrays.copyOfRange(outputs, 500, 2 * ROWS), Arrays.copyOfRange(targets, 500, 2 * ROWS), ROWS - 250);
        one.merge(other.state());
        one.merge(new RegressionMetrics(2).state());
        whole.result()
                .forEach((name, value) -> assertThat(one.result().get(name))
                        .isWithin(1e-9 * Math.abs(value))
                        .of(value));
        RegressionMetrics empty = new RegressionMetrics(2);
        empty.merge(whole.state());
        whole.result()
                .forEach((name, value) -> assertThat(empty.result().get(name))
                        .isWithin(1e-12 * Math.abs(value))
                        .of(value));
    }

    @Test
    void theStateOfOthersIsRefused() {
        assertFails(IllegalArgumentException.class, () -> new Accuracy(3).merge(1), "1 numbers", "accuracy");
        assertFails(IllegalArgumentException.class, () -> new Accuracy(3).restore(1), "1 numbers", "accuracy");
        assertFails(IllegalArgumentException.class, () -> new BinaryMetrics().restore(1, 0, 9), "3 numbers", "area");
        assertFails(
                IllegalArgumentException.class,
                () -> new RegressionMetrics(2).restore(new RegressionMetrics(3).state()),
                "7 numbers",
                "errors");
    }
}
