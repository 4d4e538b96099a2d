package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import org.junit.jupiter.api.Test;

/** Adversarial training by the fast gradient sign method, worked out by hand where it can be. */
class AdversarialTest {
    private static final Dataset DATA = Samples.labelled(12, 4, 3, 5);

    /**
     * y = w x with w = (2, -1), squared error: of x = (1, 3) and the target 1 the error is -2, the slope by x is
     * 2 * -2 * w = (-8, 4), its signs (-1, 1). x' = (0.75, 3.25), whose error is -2.75. J = 0.6 * 4 + 0.4 * 2.75^2, and
     * w moves by -0.1 * (0.6 * 2 * -2 * x + 0.4 * 2 * -2.75 * x').
     */
    @Test
    void aStepIsThatOfThePaper() {
        try (LossModels_LineModel model = LossModels_LineModel.create()) {
            model.layers().out().kernel().set(2, -1);
            Dataset row = Dataset.of(new float[][] {{1, 3}}, new float[][] {{1}});
            assertThat(model.evaluate(row).loss()).isWithin(1e-6).of(4);
            assertThat(model.trainOnBatch(row).loss()).isWithin(1e-5).of(0.6 * 4 + 0.4 * 2.75 * 2.75);
            float[] moved = model.layers().out().kernel().values();
            assertThat(moved[0]).isWithin(1e-6f).of(2 + 0.1f * (0.6f * 4 * 1 + 0.4f * 5.5f * 0.75f));
            assertThat(moved[1]).isWithin(1e-6f).of(-1 + 0.1f * (0.6f * 4 * 3 + 0.4f * 5.5f * 3.25f));
        }
    }

    /** A slope of zero has no direction: x' is x. */
    @Test
    void whatHasNoSlopeDoesNotMove() {
        try (LossModels_LineModel model = LossModels_LineModel.create()) {
            model.layers().out().kernel().set(0, 0);
            Dataset row = Dataset.of(new float[][] {{1, 3}}, new float[][] {{1}});
            assertThat(model.trainOnBatch(row).loss()).isWithin(1e-6).of(1);
        }
    }

    /**
     * y = 2^67 |x| at x = 0.25 with the target 2^66: the error is -2^65, its square more than a float holds, and the attack goes
     * to -0.5, where the error is 0. With a weight of 1 the loss is that there alone.
     */
    @Test
    void atWeightOneTheRunOnTheInputsAsTheyAreDoesNotCount() {
        float steep = 0x1p67f;
        try (LossModels_TurningModel model = LossModels_TurningModel.create()) {
            model.layers().sides().kernel().set(steep, -steep);
            model.layers().out().kernel().set(1, 1);
            Dataset row = Dataset.of(new float[][] {{0.25f}}, new float[][] {{0x1p66f}});
            assertThat(model.trainOnBatch(row).loss()).isEqualTo(0);
            assertThat(model.layers().sides().kernel().values()).isEqualTo(new float[] {steep, -steep});
        }
    }

    @Test
    void theWeightSwitchesItOff() {
        try (Model off = LossModels_AttackedModel.create(LossModels_AttackedHyperparameters.defaults()
                        .withAdversarialTraining(attack -> attack.withWeight(0)));
                Model left = LossModels_LeftModel.create()) {
            for (int step = 0; step < 3; step++) {
                off.trainOnBatch(DATA);
                left.trainOnBatch(DATA);
            }
            SavedState.of(left).assertStateOf(off);
        }
    }

    /** Both runs of the layers have the same masks: without a step both losses are the same, whatever drops. */
    @Test
    void bothRunsDropTheSame() {
        try (Model still = LossModels_AttackedModel.create(LossModels_AttackedHyperparameters.defaults()
                        .withAdversarialTraining(attack -> attack.withEpsilon(0)));
                Model left = LossModels_LeftModel.create()) {
            for (int step = 0; step < 3; step++) {
                assertThat(still.trainOnBatch(DATA).loss())
                        .isWithin(1e-5)
                        .of(left.trainOnBatch(DATA).loss());
            }
        }
    }

    /** A run on x and one on x': the moving mean goes towards both, m = 0.9 * (0.9 * m + 0.1 * b) + 0.1 * b for the same b. */
    @Test
    void bothRunsMoveTheStatistics() {
        try (LossModels_AttackedModel still =
                        LossModels_AttackedModel.create(LossModels_AttackedHyperparameters.defaults()
                                .withAdversarialTraining(attack -> attack.withEpsilon(0)));
                LossModels_LeftModel left = LossModels_LeftModel.create()) {
            still.trainOnBatch(DATA);
            left.trainOnBatch(DATA);
            float[] twice = still.layers().hidden().mean().values();
            float[] once = left.layers().hidden().mean().values();
            for (int i = 0; i < once.length; i++) {
                assertThat(twice[i]).isWithin(1e-6f).of(once[i] / 0.1f * 0.19f);
            }
        }
    }

    @Test
    void predictionsAndTheSummaryKnowNothingOfIt() {
        try (LossModels_AttackedModel attacked = LossModels_AttackedModel.create();
                LossModels_LeftModel left = LossModels_LeftModel.create()) {
            left.setWeights(attacked.weights());
            assertThat(attacked.evaluate(DATA)).isEqualTo(left.evaluate(DATA));
            String rows = attacked.summary();
            assertThat(rows).contains("adversarialTraining");
            assertThat(rows.lines().filter(line -> line.strip().startsWith("hidden")))
                    .hasSize(1);
        }
    }

    @Test
    void theSameSeedAttacksTheSame() {
        try (Model one = LossModels_AttackedModel.create();
                Model other = LossModels_AttackedModel.create()) {
            for (int step = 0; step < 3; step++) {
                one.trainOnBatch(DATA);
                other.trainOnBatch(DATA);
            }
            SavedState.of(one).assertStateOf(other);
        }
    }
}
