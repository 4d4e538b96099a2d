package io.regulus.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.annotations.MonitorMode;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Early stopping, epoch by epoch as Keras's documentation says. */
class EarlyStoppingTest {
    private static final Dataset DATA = Samples.labelled(16, 3, 2, 1);
    private static final Dataset OTHER = Samples.labelled(16, 3, 2, 7);

    @Test
    void waitsForAnImprovementAndRestoresTheBest() {
        EarlyStopping stop = EarlyStopping.patience(2);
        WatchedFit fit = new WatchedFit();
        assertThat(fit.run(stop, "val_loss", 1.0, 0.8, 0.9, 0.8, 0.1)).isEqualTo(4);
        assertThat(fit.restored()).containsExactly(2);
        assertThat(stop.bestEpoch()).hasValue(2);
        assertThat(stop.stopped()).isTrue();
    }

    @Test
    void anImprovementStartsTheWaitingAnew() {
        WatchedFit fit = new WatchedFit();
        assertThat(fit.run(EarlyStopping.patience(2), "val_loss", 1.0, 1.1, 0.9, 1.1, 0.8, 1.1, 1.1, 0))
                .isEqualTo(7);
        assertThat(fit.restored()).containsExactly(5);
    }

    @Test
    void withoutPatienceTheFirstBadEpochIsTheLast() {
        assertThat(new WatchedFit().run(EarlyStopping.patience(0), "val_loss", 1.0, 0.9, 0.9, 0))
                .isEqualTo(3);
    }

    @Test
    void anImprovementMustBeLargerThanMinDelta() {
        double[] values = {1.0, 0.95, 0.89, 0.85, 0.8};
        assertThat(new WatchedFit().run(EarlyStopping.patience(2).minDelta(0.1), "val_loss", values))
                .isEqualTo(5);
        WatchedFit fit = new WatchedFit();
        assertThat(fit.run(EarlyStopping.patience(2).minDelta(0.2), "val_loss", values))
                .isEqualTo(3);
        assertThat(fit.restored()).containsExactly(1);
    }

    @Test
    void accuracyRisesUnlessTheModeSaysOtherwise() {
        WatchedFit rising = new WatchedFit();
        assertThat(rising.run(EarlyStopping.patience(1).monitor("val_accuracy"), "val_accuracy", 0.5, 0.6, 0.6, 1))
                .isEqualTo(3);
        assertThat(rising.restored()).containsExactly(2);
        WatchedFit falling = new WatchedFit();
        assertThat(falling.run(
                        EarlyStopping.patience(1).monitor("accuracy").mode(MonitorMode.MIN), "accuracy", 0.5, 0.6, 0))
                .isEqualTo(2);
        assertThat(falling.restored()).containsExactly(1);
    }

    /** Better than all before but not than the baseline does not start the waiting anew. */
    @Test
    void theBaselineMustBeBeaten() {
        WatchedFit fit = new WatchedFit();
        assertThat(fit.run(EarlyStopping.patience(3).baseline(0.5), "val_loss", 1.0, 0.9, 0.8, 0.85, 0.1))
                .isEqualTo(4);
        assertThat(fit.restored()).containsExactly(3);
        assertThat(new WatchedFit().run(EarlyStopping.patience(3).baseline(0.5), "val_loss", 1.0, 0.4, 1, 1, 1, 0))
                .isEqualTo(5);
    }

    @Test
    void epochsBeforeTheFirstAreNotLookedAt() {
        WatchedFit fit = new WatchedFit();
        assertThat(fit.run(EarlyStopping.patience(1).startFromEpoch(3), "val_loss", 0.1, 0.2, 0.3, 0.9, 0.8, 0.8, 0))
                .isEqualTo(6);
        assertThat(fit.restored()).containsExactly(5);
    }

    @Test
    void theBestIsRestoredAtTheEndOfTheEpochsToo() {
        WatchedFit fit = new WatchedFit();
        EarlyStopping stop = EarlyStopping.patience(5);
        fit.run(stop, "val_loss", 1.0, 0.5, 0.6);
        assertThat(fit.restored()).containsExactly(2);
        assertThat(stop.stopped()).isFalse();
    }

    @Test
    void nothingIsRestoredWhereThatIsNotWanted() {
        WatchedFit fit = new WatchedFit();
        fit.run(EarlyStopping.patience(1).restoreBestWeights(false), "val_loss", 1.0, 2.0, 2.0);
        assertThat(fit.restored()).isEmpty();
    }

    @Test
    void aNaNIsNoImprovement() {
        WatchedFit fit = new WatchedFit();
        assertThat(fit.run(EarlyStopping.patience(2), "val_loss", Double.NaN, 1.0, Double.NaN, Double.NaN, 0))
                .isEqualTo(4);
        assertThat(fit.restored()).containsExactly(2);
    }

    @Test
    void aSecondFitStartsAnew() {
        EarlyStopping stop = EarlyStopping.patience(1);
        new WatchedFit().run(stop, "val_loss", 0.1, 0.2);
        WatchedFit second = new WatchedFit();
        assertThat(second.run(stop, "val_loss", 3.0, 2.0, 2.5)).isEqualTo(3);
        assertThat(second.restored()).containsExactly(2);
    }

    /** The weights at the end of each epoch, of a model that is fitted. */
    private static final class Copies implements Callback {
        private final Model model;
        private final List<Weights> all = new ArrayList<>();

        Copies(Model model) {
            this.model = model;
        }

        @Override
        public void onEpochEnd(TrainingRun run, EpochResult epoch) {
            all.add(model.weights());
        }
    }

    @Test
    void theClassSaysItAndTheModelIsTheBestThereWas() {
        try (Model model = PlanModels_StoppedModel.create()) {
            Copies copies = new Copies(model);
            // random labels: what is learned of one set is wrong for the other
            History history = model.fit(
                    DATA,
                    Fit.epochs(200)
                            .batchSize(4)
                            .validateOn(OTHER)
                            .callback(copies)
                            .verbose(false));
            double[] loss = history.validationLoss();
            int best = 0;
            for (int epoch = 0; epoch < loss.length; epoch++) {
                best = loss[epoch] < loss[best] ? epoch : best;
            }
            assertThat(loss.length).isEqualTo(best + 3);
            for (String name : model.weights().names()) {
                assertWithMessage(name)
                        .that(model.weights().get(name))
                        .isEqualTo(copies.all.get(best).get(name));
            }
            assertThat(model.evaluate(OTHER).loss()).isEqualTo(loss[best]);
        }
    }

    @Test
    void everyElementOfTheAnnotationCounts() {
        try (Model model = PlanModels_WaitingModel.create()) {
            Copies copies = new Copies(model);
            // the accuracy is to fall below -1 here, which it cannot: every epoch after the first is waited through
            History history = model.fit(
                    DATA, Fit.epochs(50).validateOn(OTHER).callback(copies).verbose(false));
            assertThat(history.epochs().size()).isAtLeast(4);
            assertThat(history.epochs().size()).isLessThan(50);
            for (String name : model.weights().names()) {
                assertWithMessage(name)
                        .that(model.weights().get(name))
                        .isEqualTo(copies.all.get(copies.all.size() - 1).get(name));
            }
        }
    }

    @Test
    void aFitThatCannotBeWatchedIsRefusedBeforeItsFirstStep() {
        try (Model model = PlanModels_StoppedModel.create()) {
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.fit(DATA, Fit.epochs(2).verbose(false)),
                    "early stopping watches 'val_loss'",
                    "no validation data");
            assertThat(model.steps()).isEqualTo(0);
        }
        try (Model model = PlanModels_PlainModel.create()) {
            Fit fit = Fit.epochs(2).verbose(false);
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.fit(DATA, fit.callback(EarlyStopping.patience(1).monitor("acc"))),
                    "watches 'acc'",
                    "[accuracy, loss]");
        }
    }

    @Test
    void numbersBelowZeroAreRefused() {
        assertFails(IllegalArgumentException.class, () -> EarlyStopping.patience(-1), "patience = -1");
        assertFails(
                IllegalArgumentException.class,
                () -> EarlyStopping.patience(1).minDelta(-0.1),
                "minDelta = -0.1: must be 0 or more");
    }
}
