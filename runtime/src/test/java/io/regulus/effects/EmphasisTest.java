package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.data.Dataset;
import org.junit.jupiter.api.Test;

/** Class weights and focal loss against the formula in doubles; a zero kernel leaves the bias as logits. */
class EmphasisTest {
    private static final float[][] ROWS = {{1, 2}, {3, 4}, {5, 6}, {7, 8}};
    private static final double[] LOGITS = {0.5, -1, 2};
    private static final int[] LABELS = {2, 0, 2, 1};

    /** Mean over the rows of -w * (1 - p)^gamma * log p, p that of the row's class. */
    private static double expected(double gamma, double... weights) {
        double sum = 0;
        for (double logit : LOGITS) {
            sum += Math.exp(logit);
        }
        double loss = 0;
        for (int label : LABELS) {
            double p = Math.exp(LOGITS[label]) / sum;
            loss -= weights[label] * Math.pow(1 - p, gamma) * Math.log(p) / LABELS.length;
        }
        return loss;
    }

    private static LossModels_EmphasisedModel withLogits(double gamma, double weightOfTwo) {
        LossModels_EmphasisedModel model =
                LossModels_EmphasisedModel.create(LossModels_EmphasisedHyperparameters.defaults()
                        .withFocalLoss(loss -> loss.withGamma(gamma))
                        .withClassWeights(weights -> weights.withClass2(weightOfTwo)));
        model.layers().logits().kernel().set(new float[6]);
        model.layers().logits().bias().set(0.5f, -1, 2);
        return model;
    }

    /** The weights of classes count in a step and not in an evaluation, the focus in both. */
    @Test
    void classesAndHardRowsCountByTheirNumbers() {
        Dataset data = Dataset.of(ROWS, LABELS);
        for (double gamma : new double[] {1.5, 0.5, 0}) {
            for (double weight : new double[] {4, 0}) {
                try (LossModels_EmphasisedModel model = withLogits(gamma, weight)) {
                    assertThat(model.evaluate(data).loss()).isWithin(1e-6).of(expected(gamma, 1, 1, 1));
                    assertThat(model.trainOnBatch(data).loss()).isWithin(1e-6).of(expected(gamma, 0.5, 1, weight));
                }
            }
        }
    }

    @Test
    void yesAndNoCountByTheirNumbers() {
        int[] labels = {1, 0, 1, 0};
        double p = 1 / (1 + Math.exp(-1.5));
        double yes = -Math.pow(1 - p, 3) * Math.log(p) / 2;
        double no = -Math.pow(p, 3) * Math.log(1 - p) / 2;
        try (LossModels_EmphasisedYesModel model = LossModels_EmphasisedYesModel.create()) {
            model.layers().logit().kernel().set(0, 0);
            model.layers().logit().bias().set(1.5f);
            Dataset data = Dataset.of(ROWS, labels);
            assertThat(model.evaluate(data).loss()).isWithin(1e-6).of(yes + no);
            assertThat(model.trainOnBatch(data).loss()).isWithin(1e-6).of(0.25 * yes + 2 * no);
        }
    }

    /** Weights of rows multiply those of classes. */
    @Test
    void rowsAndClassesHaveWeights() {
        Dataset rows = Dataset.of(ROWS, LABELS);
        try (LossModels_EmphasisedModel model = withLogits(0, 3);
                LossModels_EmphasisedModel same = withLogits(0, 3)) {
            double both = model.trainOnBatch(rows.withRowWeights(2, 2, 2, 2)).loss();
            assertThat(both).isWithin(1e-5).of(2 * same.trainOnBatch(rows).loss());
        }
    }

    /** What is weighted in the data counts in an evaluation too, and in a step is the same as what is annotated. */
    @Test
    void weightsOfTheDataAreThoseOfTheAnnotation() {
        Dataset data = Dataset.of(ROWS, LABELS);
        Dataset weighted = data.withClassWeights(0.5, 1, 4);
        try (LossModels_EmphasisedModel annotated = withLogits(1.5, 4);
                LossModels_EmphasisedModel given =
                        LossModels_EmphasisedModel.create(LossModels_EmphasisedHyperparameters.defaults()
                                .withClassWeights(
                                        weights -> weights.withClass0(1).withClass2(1)))) {
            given.setWeights(annotated.weights());
            assertThat(given.evaluate(weighted).loss()).isWithin(1e-6).of(expected(1.5, 0.5, 1, 4));
            assertThat(given.trainOnBatch(weighted).loss())
                    .isWithin(1e-6)
                    .of(annotated.trainOnBatch(data).loss());
            for (String name : given.weights().names()) {
                assertThat(given.weights().get(name))
                        .usingTolerance(1e-6)
                        .containsExactly(annotated.weights().get(name))
                        .inOrder();
            }
        }
    }

    /** Far out, where p or 1 - p has no digit left, loss and gradient stay numbers: the NaN guard would refuse the step. */
    @Test
    void certaintyIsNoTrouble() {
        for (double gamma : new double[] {0, 0.5, 2, 5}) {
            try (LossModels_EmphasisedModel model = withLogits(gamma, 4)) {
                model.layers().logits().bias().set(-200, 0, 200);
                Dataset certain = Dataset.of(ROWS, new int[] {2, 2, 2, 2});
                assertThat(model.trainOnBatch(certain).loss()).isWithin(1e-30).of(0);
                Dataset wrong = Dataset.of(ROWS, new int[] {1, 1, 1, 1});
                assertThat(model.trainOnBatch(wrong).loss()).isWithin(1e-3).of(200);
            }
        }
        try (LossModels_EmphasisedYesModel model = LossModels_EmphasisedYesModel.create()) {
            model.layers().logit().kernel().set(0, 0);
            model.layers().logit().bias().set(200);
            assertThat(model.trainOnBatch(Dataset.of(ROWS, new int[] {1, 1, 1, 1}))
                            .loss())
                    .isWithin(1e-30)
                    .of(0);
            assertThat(model.trainOnBatch(Dataset.of(ROWS, new int[] {0, 0, 0, 0}))
                            .loss())
                    .isWithin(1e-3)
                    .of(400);
        }
    }
}
