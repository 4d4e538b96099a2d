package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.Parameter;
import io.regulus.model.Weights;
import io.regulus.testing.SavedState;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * R-Drop by its formula. Two hidden units give (1, 2), of which dropout with p = 1/2 leaves (2m, 4n), m and n 0 or 1: a step has one of sixteen
 * pairs of masks, which its loss tells, and then the weights have to move by the formula's derivative, here by differences in double precision.
 */
class RDropTest {
    private static final float[] KERNEL = {0.5f, -0.35f, 0.1f, 0.2f, 0.4f, -0.65f};
    private static final double ALPHA = 0.75;
    private static final int STEPS = 60;

    private interface Task {
        double loss(double... outputs);

        double apart(double[] a, double[] b);
    }

    private record Classes(int label) implements Task {
        @Override
        public double loss(double... z) {
            return -Math.log(softmax(z)[label]);
        }

        @Override
        public double apart(double[] a, double[] b) {
            double sum = 0;
            for (int k = 0; k < a.length; k++) {
                double p = softmax(a)[k];
                double q = softmax(b)[k];
                sum += p * Math.log(p / q) / 2 + q * Math.log(q / p) / 2;
            }
            return sum;
        }
    }

    private static double[] softmax(double... z) {
        double sum = 0;
        double[] p = new double[z.length];
        for (int k = 0; k < z.length; k++) {
            p[k] = Math.exp(z[k]);
            sum += p[k];
        }
        for (int k = 0; k < z.length; k++) {
            p[k] /= sum;
        }
        return p;
    }

    /** As two classes with the logits 0 and z. */
    private record Yes() implements Task {
        @Override
        public double loss(double... z) {
            return new Classes(1).loss(0, z[0]);
        }

        @Override
        public double apart(double[] a, double[] b) {
            return new Classes(1).apart(new double[] {0, a[0]}, new double[] {0, b[0]});
        }
    }

    private record Numbers() implements Task {
        @Override
        public double loss(double... z) {
            return (z[0] * z[0] + (z[1] - 1) * (z[1] - 1) + (z[2] - 2) * (z[2] - 2)) / 3;
        }

        @Override
        public double apart(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += (a[i] - b[i]) * (a[i] - b[i]) / a.length;
            }
            return sum;
        }
    }

    @Test
    void classesAreDrawnTogether() {
        try (RDropModels_ClassesModel model = RDropModels_ClassesModel.create()) {
            model.layers().hidden().kernel().set(1, 0, 0, 1);
            assertFormula(model, model.layers().out().kernel(), row().withLabels(2), new Classes(2));
        }
    }

    @Test
    void answersAreDrawnTogether() {
        try (RDropModels_YesModel model = RDropModels_YesModel.create()) {
            model.layers().hidden().kernel().set(1, 0, 0, 1);
            assertFormula(model, model.layers().out().kernel(), row().withLabels(1), new Yes());
        }
    }

    @Test
    void numbersAreDrawnTogether() {
        try (RDropModels_NumbersModel model = RDropModels_NumbersModel.create()) {
            model.layers().hidden().kernel().set(1, 0, 0, 1);
            assertFormula(
                    model, model.layers().out().kernel(), row().withValues(new float[] {0, 1, 2}, 3), new Numbers());
        }
    }

    private static Dataset row() {
        return Dataset.of(new float[][] {{1, 2}});
    }

    private static void assertFormula(Model model, Parameter out, Dataset row, Task task) {
        int width = out.values().length / 2;
        float[] kernel = Arrays.copyOf(KERNEL, 2 * width);
        Weights start = model.weights().with(out.name(), kernel);
        int apart = 0;
        for (int step = 0; step < STEPS; step++) {
            model.setWeights(start);
            double loss = model.trainOnBatch(row).loss();
            int masks = IntStream.range(0, 16)
                    .boxed()
                    .min(Comparator.comparingDouble(pair -> Math.abs(cost(task, kernel, pair) - loss)))
                    .orElseThrow();
            assertThat(loss).isWithin(2e-6).of(cost(task, kernel, masks));
            apart += masks / 4 == masks % 4 ? 0 : 1;
            float[] moved = out.values();
            for (int i = 0; i < kernel.length; i++) {
                assertThat((double) moved[i]).isWithin(2e-5).of(kernel[i] - 0.1 * slope(task, kernel, masks, i));
            }
        }
        // three of four pairs are of different masks: less than half of 60 in one of 30,000 runs
        assertThat(apart).isAtLeast(STEPS / 2);
    }

    private static double cost(Task task, float[] kernel, int masks) {
        double[] a = outputs(kernel, masks % 4);
        double[] b = outputs(kernel, masks / 4);
        return (task.loss(a) + task.loss(b)) / 2 + ALPHA * task.apart(a, b);
    }

    private static double[] outputs(float[] kernel, int mask) {
        double[] out = new double[kernel.length / 2];
        for (int i = 0; i < out.length; i++) {
            out[i] = 2 * (mask % 2) * kernel[i] + 4 * (mask / 2) * kernel[out.length + i];
        }
        return out;
    }

    private static double slope(Task task, float[] kernel, int masks, int i) {
        float[] right = kernel.clone();
        float[] left = kernel.clone();
        right[i] += 0x1p-10f;
        left[i] -= 0x1p-10f;
        return (cost(task, right, masks) - cost(task, left, masks)) / ((double) right[i] - left[i]);
    }

    @Test
    void atAlphaZeroTheLayersRunOnce() {
        Dataset data = Dataset.of(new float[][] {{1, 2}, {0.5f, -1}}, new int[] {0, 2});
        try (Model off = RDropModels_ClassesModel.create(
                        RDropModels_ClassesHyperparameters.defaults().withRDrop(runs -> runs.withAlpha(0)));
                Model once = RDropModels_OnceModel.create();
                RDropModels_ClassesModel on = RDropModels_ClassesModel.create()) {
            for (int step = 0; step < 3; step++) {
                off.trainOnBatch(data);
                once.trainOnBatch(data);
            }
            SavedState.of(once).assertStateOf(off);
            on.setWeights(once.weights());
            assertThat(on.evaluate(data)).isEqualTo(once.evaluate(data));
            assertThat(on.summary()).contains("rDrop");
        }
    }
}
