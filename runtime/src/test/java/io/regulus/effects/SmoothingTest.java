package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.data.Dataset;
import io.regulus.train.BatchResult;
import org.junit.jupiter.api.Test;

/** Label smoothing in the loss, against the formula in doubles; a zero kernel leaves the bias as logits. */
class SmoothingTest {
    private static final double E = 0.3;
    private static final float[][] ROWS = {{1, 2}, {3, 4}, {5, 6}};

    @Test
    void classesShareWhatIsTakenFromTheLabel() {
        double[] logits = {0.5, -1, 2};
        int[] labels = {2, 0, 2};
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit);
        }
        double expected = 0;
        for (int label : labels) {
            for (int c = 0; c < 3; c++) {
                double target = (1 - E) * (c == label ? 1 : 0) + E / 3;
                expected -= target * (logits[c] - Math.log(sum)) / labels.length;
            }
        }
        try (EffectModels_SmoothedModel model = EffectModels_SmoothedModel.create()) {
            model.layers().logits().kernel().set(new float[6]);
            model.layers().logits().bias().set(0.5f, -1, 2);
            Dataset data = Dataset.of(ROWS, labels);
            assertThat(model.evaluate(data).loss()).isWithin(1e-6).of(expected);
            BatchResult step = model.trainOnBatch(data);
            assertThat(step.loss()).isWithin(1e-6).of(expected);
        }
    }

    @Test
    void yesAndNoMoveTowardsOneHalf() {
        double logit = 1.5;
        int[] labels = {1, 0, 1};
        double expected = 0;
        for (int label : labels) {
            double target = (1 - E) * label + E / 2;
            double p = 1 / (1 + Math.exp(-logit));
            expected -= (target * Math.log(p) + (1 - target) * Math.log(1 - p)) / labels.length;
        }
        try (EffectModels_BinarySmoothedModel model = EffectModels_BinarySmoothedModel.create()) {
            model.layers().logit().kernel().set(0, 0);
            model.layers().logit().bias().set(1.5f);
            Dataset data = Dataset.of(ROWS, labels);
            assertThat(model.evaluate(data).loss()).isWithin(1e-6).of(expected);
            assertThat(model.trainOnBatch(data).loss()).isWithin(1e-6).of(expected);
        }
    }
}
