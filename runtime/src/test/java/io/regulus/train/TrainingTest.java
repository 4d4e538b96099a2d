package io.regulus.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.testing.Nets_FullHyperparameters;
import io.regulus.testing.Nets_FullModel;
import io.regulus.testing.Nets_LineModel;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingTest {
    private static final Dataset DATA = Samples.labelled(70, 6, 3, 9);

    private static Fit quiet(int epochs) {
        return Fit.epochs(epochs).verbose(false);
    }

    private static Nets_FullModel seeded(long seed) {
        return Nets_FullModel.create(
                Nets_FullHyperparameters.defaults(), Settings.defaults().withSeed(seed));
    }

    private static SavedState after(long seed, Dataset data, Fit fit) {
        try (Nets_FullModel model = seeded(seed)) {
            model.fit(data, fit);
            return SavedState.of(model);
        }
    }

    // What a run depends on

    @Test
    void equalRunsAreEqualInEveryBit() {
        assertThat(after(1, DATA, quiet(3)).bits())
                .isEqualTo(after(1, DATA, quiet(3)).bits());
    }

    @Test
    void theModelsSeedAndTheOrdersSeedMatter() {
        String usual = kernel(after(1, DATA, quiet(1)));
        assertThat(kernel(after(2, DATA, quiet(1)))).isNotEqualTo(usual);
        assertThat(kernel(after(1, DATA, quiet(1).seed(1)))).isNotEqualTo(usual);
        assertThat(kernel(after(1, DATA, quiet(1).shuffle(false)))).isNotEqualTo(usual);
    }

    private static String kernel(SavedState state) {
        return state.bits().get("hidden/kernel");
    }

    @Test
    void withoutShufflingRowsAreTrainedInTheirOrder() {
        try (Nets_FullModel model = seeded(1)) {
            for (int from = 0; from < 70; from += 32) {
                model.trainOnBatch(DATA.range(from, Math.min(70, from + 32)));
            }
            assertThat(after(1, DATA, quiet(1).shuffle(false)).bits())
                    .isEqualTo(SavedState.of(model).bits());
        }
    }

    @Test
    void theLastSmallerBatchIsTrainedToo() {
        SavedState whole = after(1, DATA, quiet(1).shuffle(false));
        SavedState dropped = after(1, DATA.take(64), quiet(1).shuffle(false));
        assertThat(kernel(whole)).isNotEqualTo(kernel(dropped));
        try (Nets_FullModel model = seeded(1)) {
            History history = model.fit(DATA, quiet(2));
            assertThat(history.last().steps()).isEqualTo(3);
            assertThat(history.last().training().rows()).isEqualTo(70);
            assertThat(model.steps()).isEqualTo(6);
        }
    }

    @Test
    void epochsGoOnWhereTheyStopped() {
        try (Nets_FullModel model = seeded(1)) {
            model.fit(DATA, quiet(2));
            History rest = model.fit(DATA, quiet(3).initialEpoch(2));
            assertThat(rest.epochs()).hasSize(1);
            assertThat(rest.last().epoch()).isEqualTo(3);
            assertThat(SavedState.of(model).bits())
                    .isEqualTo(after(1, DATA, quiet(3)).bits());
        }
    }

    @Test
    void everyEpochHasAnOrderOfItsOwn() {
        assertThat(lossesByEpoch(true).get(0)).isNotEqualTo(lossesByEpoch(true).get(1));
        assertThat(lossesByEpoch(false).get(0)).isEqualTo(lossesByEpoch(false).get(1));
    }

    /** Losses of the steps of two epochs in which no weight changes: they tell which rows met. */
    private static List<List<Double>> lossesByEpoch(boolean shuffle) {
        List<List<Double>> losses = new ArrayList<>();
        try (Nets_LineModel model = Nets_LineModel.create()) {
            model.setLearningRate(1e-30);
            model.fit(
                    Samples.valued(12, 3, 2, 1),
                    quiet(2).batchSize(4).shuffle(shuffle).callback(new Callback() {
                        @Override
                        public void onEpochStart(TrainingRun run, int epoch) {
                            losses.add(new ArrayList<>());
                        }

                        @Override
                        public void onStep(TrainingRun run, StepResult step) {
                            losses.get(losses.size() - 1).add(step.loss());
                        }
                    }));
        }
        return losses;
    }

    // Validation

    @Test
    void theSplitTakesTheLastRows() {
        try (Nets_FullModel split = seeded(1);
                Nets_FullModel given = seeded(1)) {
            History one = split.fit(DATA, quiet(2).validationSplit(0.3));
            History other = given.fit(DATA.range(0, 49), quiet(2).validateOn(DATA.range(49, 70)));
            assertThat(SavedState.of(split).bits())
                    .isEqualTo(SavedState.of(given).bits());
            assertThat(one.validationLoss()).isEqualTo(other.validationLoss());
            assertThat(one.last().validation().orElseThrow().rows()).isEqualTo(21);
            assertThat(one.last().validation()).hasValue(given.evaluate(DATA.range(49, 70)));
        }
    }

    @Test
    void validationLeavesTheModelAlone() {
        assertThat(after(1, DATA, quiet(2).validateOn(Samples.labelled(40, 6, 3, 1)))
                        .bits())
                .isEqualTo(after(1, DATA, quiet(2)).bits());
    }

    // History

    @Test
    void theHistorySaysWhatTheStepsSaid() {
        List<Double> losses = new ArrayList<>();
        Callback listener = new Callback() {
            @Override
            public void onStep(TrainingRun run, StepResult step) {
                losses.add(step.loss());
                assertThat(step.step()).isEqualTo(losses.size());
            }
        };
        try (Nets_FullModel model = seeded(1)) {
            History history = model.fit(DATA, quiet(2).callback(listener));
            assertThat(history.epochs()).hasSize(2);
            assertThat(losses).hasSize(6);
            for (int epoch = 0; epoch < 2; epoch++) {
                double mean =
                        (32 * losses.get(3 * epoch) + 32 * losses.get(3 * epoch + 1) + 6 * losses.get(3 * epoch + 2))
                                / 70;
                assertThat(history.loss()[epoch]).isWithin(1e-9).of(mean);
            }
            assertThat(history.penalty()[1])
                    .isWithin(1e-9)
                    .of(model.evaluate(DATA).penalty());
            assertThat(history.penalty()[1]).isGreaterThan(0);
            assertThat(history.metric("accuracy")[1]).isWithin(0.5).of(0.5);
            assertThat(history.validationLoss()).usingExactEquality().containsExactly(Double.NaN, Double.NaN);
            assertThat(history.last().epoch()).isEqualTo(2);
            assertThat(history.last().learningRate()).isWithin(1e-8).of(0.01);
            assertFails(IllegalArgumentException.class, () -> history.metric("f1"), "'f1'", "accuracy");
        }
    }

    @Test
    void aStepsResultIsThatBeforeTheStep() {
        try (Nets_LineModel model = Nets_LineModel.create()) {
            Dataset data = Samples.valued(8, 3, 2, 1);
            double before = model.evaluate(data).loss();
            assertThat(model.trainOnBatch(data).loss()).isWithin(1e-6 * before).of(before);
            assertThat(model.evaluate(data).loss()).isLessThan(before);
        }
    }

    // Callbacks

    private static final class Journal implements Callback {
        private final List<String> entries;
        private final String name;

        Journal(List<String> entries, String name) {
            this.entries = entries;
            this.name = name;
        }

        @Override
        public void onFitStart(TrainingRun run) {
            entries.add(name + " fit of " + run.epochs() + " x " + run.stepsPerEpoch());
        }

        @Override
        public void onEpochStart(TrainingRun run, int epoch) {
            entries.add(name + " epoch " + epoch);
        }

        @Override
        public void onStep(TrainingRun run, StepResult step) {
            entries.add(name + " step " + step.step());
        }

        @Override
        public void onEpochEnd(TrainingRun run, EpochResult epoch) {
            entries.add(name + " end of " + epoch.epoch());
        }

        @Override
        public void onFitEnd(TrainingRun run, History history) {
            entries.add(name + " done " + history.epochs().size());
        }
    }

    @Test
    void callbacksAreCalledInOrder() {
        List<String> entries = new ArrayList<>();
        try (Nets_FullModel model = seeded(1)) {
            model.fit(
                    DATA,
                    quiet(2).batchSize(40).callback(new Journal(entries, "a")).callback(new Journal(entries, "b")));
        }
        assertThat(entries)
                .containsExactly(
                        "a fit of 2 x 2",
                        "b fit of 2 x 2", //
                        "a epoch 1",
                        "b epoch 1",
                        "a step 1",
                        "b step 1",
                        "a step 2",
                        "b step 2", //
                        "a end of 1",
                        "b end of 1", //
                        "a epoch 2",
                        "b epoch 2",
                        "a step 3",
                        "b step 3",
                        "a step 4",
                        "b step 4", //
                        "a end of 2",
                        "b end of 2", //
                        "a done 2",
                        "b done 2")
                .inOrder();
    }

    @Test
    void stopEndsAfterTheStepOrTheEpoch() {
        try (Nets_FullModel model = seeded(1)) {
            History history = model.fit(DATA, quiet(5).callback(new Callback() {
                @Override
                public void onStep(TrainingRun run, StepResult step) {
                    if (step.step() == 4) {
                        run.stop();
                    }
                }
            }));
            assertThat(model.steps()).isEqualTo(4);
            assertThat(history.epochs()).hasSize(2);
            assertThat(history.last().steps()).isEqualTo(1);
            assertThat(history.last().training().rows()).isEqualTo(32);
        }
        try (Nets_FullModel model = seeded(1)) {
            History history = model.fit(DATA, quiet(5).callback(new Callback() {
                @Override
                public void onEpochEnd(TrainingRun run, EpochResult epoch) {
                    run.stop();
                }
            }));
            assertThat(history.epochs()).hasSize(1);
            assertThat(model.steps()).isEqualTo(3);
        }
        List<String> entries = new ArrayList<>();
        try (Nets_FullModel model = seeded(1)) {
            model.fit(DATA, quiet(5).callback(new Journal(entries, "a")).callback(new Callback() {
                @Override
                public void onFitStart(TrainingRun run) {
                    run.stop();
                }
            }));
            assertThat(model.steps()).isEqualTo(0);
            assertThat(entries).containsExactly("a fit of 5 x 3", "a done 0");
        }
    }

    @Test
    void aCallbackSetsTheLearningRate() {
        try (Nets_LineModel model = Nets_LineModel.create()) {
            Dataset data = Samples.valued(8, 3, 2, 1);
            List<Double> rates = new ArrayList<>();
            History history = model.fit(data, quiet(3).callback(new Callback() {
                @Override
                public void onEpochStart(TrainingRun run, int epoch) {
                    rates.add(run.learningRate());
                    run.learningRate(0.1 / epoch);
                }
            }));
            assertThat(rates)
                    .comparingElementsUsing(com.google.common.truth.Correspondence.tolerance(1e-8))
                    .containsExactly(0.1, 0.1, 0.05)
                    .inOrder();
            assertThat(history.epochs().get(1).learningRate()).isWithin(1e-8).of(0.05);
            assertThat(model.learningRate()).isWithin(1e-8).of(0.1 / 3);
            // and the rate counts: one step by hand, three times
            try (Nets_LineModel byHand = Nets_LineModel.create()) {
                for (int epoch = 1; epoch <= 3; epoch++) {
                    byHand.setLearningRate(0.1 / epoch);
                    byHand.fit(data, quiet(epoch).initialEpoch(epoch - 1));
                }
                assertThat(SavedState.of(byHand).bits())
                        .isEqualTo(SavedState.of(model).bits());
            }
        }
    }

    @Test
    void trainingInACallbackIsRefusedAndEvaluatingIsNot() {
        try (Nets_FullModel model = seeded(1)) {
            List<String> refusals = new ArrayList<>();
            model.fit(DATA, quiet(1).callback(new Callback() {
                @Override
                public void onEpochEnd(TrainingRun run, EpochResult epoch) {
                    model.evaluate(DATA);
                    refusals.add(assertFails(IllegalStateException.class, () -> model.fit(DATA, quiet(1)))
                            .getMessage());
                    refusals.add(assertFails(IllegalStateException.class, () -> model.trainOnBatch(DATA))
                            .getMessage());
                }
            }));
            assertThat(refusals).hasSize(2);
            assertThat(refusals.get(0)).contains("being trained already");
            assertThat(model.steps()).isEqualTo(3);
            model.trainOnBatch(DATA);
            assertThat(model.steps()).isEqualTo(4);
        }
    }

    @Test
    void aCallbackThatFailsEndsTheFitAndTheModelLives() {
        List<String> entries = new ArrayList<>();
        try (Nets_FullModel model = seeded(1)) {
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.fit(
                            DATA, quiet(2).callback(new Journal(entries, "a")).callback(new Callback() {
                                @Override
                                public void onStep(TrainingRun run, StepResult step) {
                                    throw new IllegalArgumentException("enough");
                                }
                            })),
                    "enough");
            assertThat(entries)
                    .containsExactly("a fit of 2 x 3", "a epoch 1", "a step 1", "a done 0")
                    .inOrder();
            model.fit(DATA, quiet(1));
            assertThat(model.steps()).isEqualTo(4);
        }
    }

    // Output

    @Test
    void everyStartedCallbackIsEndedAndTheFirstFailureIsTheOneReported() {
        List<String> ended = new ArrayList<>();
        class Ends implements Callback {
            @Override
            public void onFitEnd(TrainingRun run, History history) {
                ended.add("end");
                throw new IllegalStateException("at the end");
            }
        }
        Callback fails = new Callback() {
            @Override
            public void onStep(TrainingRun run, StepResult step) {
                throw new IllegalArgumentException("in a step");
            }
        };
        try (Nets_FullModel model = seeded(1)) {
            Fit fit = quiet(1).callback(new Ends()).callback(new Ends()).callback(fails);
            IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> model.fit(DATA, fit));
            assertThat(failure).hasMessageThat().isEqualTo("in a step");
            assertThat(failure.getSuppressed()).hasLength(2);
            assertThat(ended).hasSize(2);
        }
    }

    @Test
    void anEpochStoppedBeforeItsFirstStepIsNotReported() {
        try (Nets_FullModel model = seeded(1)) {
            History history = model.fit(DATA, quiet(5).callback(new Callback() {
                @Override
                public void onEpochStart(TrainingRun run, int epoch) {
                    if (epoch == 3) {
                        run.stop();
                    }
                }
            }));
            assertThat(history.epochs()).hasSize(2);
        }
    }

    @Test
    void aCallbackCannotSetALearningRateThatIsNone() {
        for (double rate : new double[] {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY, 1e39, 1e-60}) {
            try (Nets_FullModel model = seeded(1)) {
                Fit fit = quiet(1).callback(new Callback() {
                    @Override
                    public void onFitStart(TrainingRun run) {
                        run.learningRate(rate);
                    }
                });
                assertFails(IllegalArgumentException.class, () -> model.fit(DATA, fit), "learning rate", "positive");
                assertThat(model.steps()).isEqualTo(0);
            }
        }
    }

    @Test
    void progressIsPrintedOnlyWhereAskedFor() {
        assertWithMessage("verbose").that(printed(true)).contains("loss");
        assertWithMessage("quiet").that(printed(false)).isEmpty();
    }

    private static String printed(boolean verbose) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Nets_FullModel model = seeded(1);
                PrintStream caught = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(caught);
            System.setErr(caught);
            model.fit(DATA, Fit.epochs(2).verbose(verbose));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
