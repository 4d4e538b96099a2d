package io.regulus.checkpoint;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.testing.Nets_LineModel;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.train.Callback;
import io.regulus.train.CallbackState;
import io.regulus.train.CosineRestarts;
import io.regulus.train.Ending;
import io.regulus.train.EpochResult;
import io.regulus.train.Fit;
import io.regulus.train.GradientGuard;
import io.regulus.train.History;
import io.regulus.train.MagnitudePruning;
import io.regulus.train.Stateful;
import io.regulus.train.StepResult;
import io.regulus.train.TrainingRun;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that was broken off ends, when it has gone on, as the one that never was: every variable, every epoch of the history. */
class ResumeTest {
    private static final int EPOCHS = 6;
    private static final int STEPS = 5;
    private static final Dataset DATA = Samples.labelled(70, 6, 3, 9);
    private static final Dataset VALIDATION = Samples.labelled(30, 6, 3, 4);

    @TempDir
    Path folder;

    /** Where a run has ended. */
    private record End(SavedState weights, History history) {
        void assertSameAs(End other, String when) {
            assertWithMessage(when).that(weights.bits()).isEqualTo(other.weights.bits());
            assertWithMessage(when).that(Timeless.of(history)).isEqualTo(Timeless.of(other.history));
            assertWithMessage(when).that(history.ending()).isEqualTo(other.history.ending());
        }
    }

    private static Fit fit(int epochs) {
        return Fit.epochs(epochs)
                .batchSize(16)
                .validateOn(VALIDATION)
                .schedule(moment -> 1 / (1 + 0.1 * moment.epochsDone()))
                .seed(3)
                .verbose(false);
    }

    private static End train(Fit fit) {
        try (RunModels_EverythingModel model = RunModels_EverythingModel.create()) {
            History history = model.fit(DATA, fit);
            return new End(SavedState.of(model), history);
        }
    }

    private static void breakOff(Fit fit, BrokenOff how) {
        try (RunModels_EverythingModel model = RunModels_EverythingModel.create()) {
            assertSame(how, assertThrows(BrokenOff.class, () -> model.fit(DATA, fit.callback(how))));
        }
    }

    private Checkpoints checkpoints(String name) {
        return Checkpoints.in(folder.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100})
    void aRunBrokenOffEndsAsTheOneThatNeverWas(int everySteps) {
        assertEndsAlike(everySteps, 1, 4, STEPS, STEPS + 1, 17, EPOCHS * STEPS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    @Tag("heavy")
    void inWhateverStep(int everySteps) {
        assertEndsAlike(everySteps, IntStream.rangeClosed(1, EPOCHS * STEPS).toArray());
    }

    private void assertEndsAlike(int everySteps, int... brokenOffIn) {
        End straight = train(fit(EPOCHS));
        assertThat(straight.history.epochs()).hasSize(EPOCHS);
        for (int step : brokenOffIn) {
            Fit fit = fit(EPOCHS).checkpoints(checkpoints("step" + step).everySteps(everySteps));
            breakOff(fit, BrokenOff.inStep(step));
            train(fit).assertSameAs(straight, "broken off in step " + step);
        }
    }

    @Test
    void aRunBrokenOffBehindAValidationIsValidatedAgain() {
        End straight = train(fit(EPOCHS));
        for (int epoch : new int[] {1, 3, EPOCHS}) {
            Fit fit = fit(EPOCHS).checkpoints(checkpoints("epoch" + epoch).everySteps(STEPS));
            breakOff(fit, BrokenOff.inEpochEnd(epoch));
            train(fit).assertSameAs(straight, "broken off in epoch " + epoch);
        }
    }

    @Test
    void oneRunMayBeBrokenOffAgainAndAgain() {
        Fit fit = fit(EPOCHS).checkpoints(checkpoints("often").everySteps(1));
        for (int step = 2; step <= EPOCHS * STEPS; step += 3) {
            breakOff(fit, BrokenOff.inStep(step));
        }
        train(fit).assertSameAs(train(fit(EPOCHS)), "broken off ten times");
    }

    /** Early stopping ends the run, and gives back the best weights, which it saw before it was broken off. */
    @Test
    void whatCallbacksRememberGoesOn() {
        End straight = train(fit(60));
        int last = straight.history.epochs().size();
        assertThat(straight.history.ending().kind()).isEqualTo(Ending.Kind.STOPPED);
        assertThat(last).isLessThan(60);
        double[] rates = straight.history.epochs().stream()
                .mapToDouble(EpochResult::learningRate)
                .toArray();
        assertThat(rates[last - 1]).isLessThan(0.7 * rates[1]);
        Fit fit = fit(60).checkpoints(checkpoints("stopped").everySteps(3));
        breakOff(fit, BrokenOff.inStep((last - 2) * STEPS + 1));
        train(fit).assertSameAs(straight, "broken off shortly before the end");
        train(fit).assertSameAs(straight, "asked again after the end");
    }

    @Test
    void severalOutputsAndLearnedInputsGoOn() {
        float[][] rows = Samples.rows(70, 6, 1);
        Dataset data = Dataset.builder()
                .input("row", rows)
                .labels("sign", Samples.labels(70, 2, 2))
                .values("place", Samples.rows(70, 2, 3))
                .build();
        Fit plain = Fit.epochs(3).batchSize(16).validationSplit(0.2).verbose(false);
        End straight;
        try (RunModels_TwoOutputsModel model = RunModels_TwoOutputsModel.create()) {
            History history = model.fit(data, plain);
            straight = new End(SavedState.of(model), history);
        }
        for (int step : new int[] {1, 4, 6, 11}) {
            Fit fit = plain.checkpoints(checkpoints("two" + step).everySteps(1));
            try (RunModels_TwoOutputsModel model = RunModels_TwoOutputsModel.create()) {
                BrokenOff how = BrokenOff.inStep(step);
                assertThrows(BrokenOff.class, () -> model.fit(data, fit.callback(how)));
            }
            try (RunModels_TwoOutputsModel model = RunModels_TwoOutputsModel.create()) {
                History history = model.fit(data, fit);
                new End(SavedState.of(model), history).assertSameAs(straight, "broken off in step " + step);
            }
        }
    }

    /** An epoch of five batches has three steps, the last of one batch. */
    @Test
    void stepsOfSeveralBatchesGoOn() {
        Fit fit = fit(4);
        Supplier<Model> create = RunModels_AccumulatedModel::create;
        End straight = train(create, fit);
        assertThat(straight.history.epochs().get(0).steps()).isEqualTo(3);
        for (int step : new int[] {1, 2, 3, 5, 12}) {
            Fit stored = fit.checkpoints(checkpoints("accumulated" + step).everySteps(1));
            try (Model model = create.get()) {
                BrokenOff how = BrokenOff.inStep(step);
                assertThrows(BrokenOff.class, () -> model.fit(DATA, stored.callback(how)));
            }
            train(create, stored).assertSameAs(straight, "broken off in step " + step);
        }
    }

    static Stream<Supplier<Model>> optimizers() {
        return Stream.of(
                RunModels_NadamsModel::create,
                RunModels_LambsModel::create,
                RunModels_LionsModel::create,
                RunModels_AdagradsModel::create,
                RunModels_AmsgradsModel::create);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theStateOfEveryOptimizerGoesOn(Supplier<Model> create) {
        Fit fit = Fit.epochs(4)
                .batchSize(16)
                .validateOn(VALIDATION)
                .schedule(new CosineRestarts(2, 1, 1, 0))
                .seed(3)
                .verbose(false);
        End straight = train(create, fit);
        for (int step : new int[] {1, STEPS, 2 * STEPS + 2, 4 * STEPS}) {
            Fit stored = fit.checkpoints(checkpoints("step" + step).everySteps(1));
            try (Model model = create.get()) {
                BrokenOff how = BrokenOff.inStep(step);
                assertThrows(BrokenOff.class, () -> model.fit(DATA, stored.callback(how)));
            }
            train(create, stored).assertSameAs(straight, "broken off in step " + step);
        }
    }

    private static End train(Supplier<Model> create, Fit fit) {
        try (Model model = create.get()) {
            History history = model.fit(DATA, fit);
            return new End(SavedState.of(model), history);
        }
    }

    /** A stream whose rows nobody has counted, shuffled in a buffer, and a schedule that has to know the steps of an epoch. */
    @Test
    void streamsGoOn() {
        DataStream stream = DataStream.of(() -> Stream.of(DATA.take(40), DATA.range(40, 70)))
                .shuffle(20, 5);
        assertThat(stream.rows()).isEmpty();
        End straight = train(stream, fit(3));
        for (int step : new int[] {1, STEPS, STEPS + 2, 3 * STEPS}) {
            Fit fit = fit(3).checkpoints(checkpoints("stream" + step).everySteps(1));
            BrokenOff how = BrokenOff.inStep(step);
            assertThrows(BrokenOff.class, () -> train(stream, fit.callback(how)));
            train(stream, fit).assertSameAs(straight, "broken off in step " + step);
        }
        Fit ended = fit(3).checkpoints(checkpoints("stream ended").everySteps(STEPS));
        assertThrows(BrokenOff.class, () -> train(stream, ended.callback(BrokenOff.inEpochEnd(2))));
        train(stream, ended).assertSameAs(straight, "broken off behind a validation");
    }

    /** The order of a stream is its own: what the fit says of it is not compared. */
    @Test
    void aStreamKnowsNoOrderOfTheFit() {
        DataStream stream = DataStream.of(() -> Stream.of(DATA)).shuffle(20, 5);
        End straight = train(stream, fit(2));
        train(stream, fit(1).checkpoints(checkpoints("order")));
        train(stream, fit(2).seed(99).shuffle(false).checkpoints(checkpoints("order")))
                .assertSameAs(straight, "another seed");
    }

    private static End train(DataStream data, Fit fit) {
        try (RunModels_EverythingModel model = RunModels_EverythingModel.create()) {
            History history = model.fit(data, fit);
            return new End(SavedState.of(model), history);
        }
    }

    // Runs that have ended

    @Test
    void aRunThatHasEndedIsNotTrainedAgain() {
        Fit fit = fit(3).checkpoints(checkpoints("ended"));
        End first = train(fit);
        int[] steps = {0};
        End second = train(fit.callback(new Callback() {
            @Override
            public void onStep(TrainingRun run, StepResult step) {
                steps[0]++;
            }
        }));
        second.assertSameAs(first, "asked again");
        assertThat(steps[0]).isEqualTo(0);
        // seconds too: the history is the stored one
        assertThat(second.history).isEqualTo(first.history);
    }

    @Test
    void moreEpochsTrainARunOn() {
        train(fit(2).checkpoints(checkpoints("longer")));
        train(fit(5).checkpoints(checkpoints("longer"))).assertSameAs(train(fit(5)), "two epochs, then five");
    }

    @Test
    void aNewRunBeginsWhereThatIsAskedFor() {
        End straight = train(fit(3));
        train(fit(3).seed(4).checkpoints(checkpoints("anew").keepBest("val_loss")));
        Fit anew = fit(3).checkpoints(checkpoints("anew").startAnew());
        train(anew).assertSameAs(straight, "begun anew");
        assertThat(checkpoints("anew").best().toFile().exists()).isFalse();
    }

    // Callbacks

    /** Counts steps, and forgets when a fit starts. */
    private static final class Counter implements Stateful {
        private int steps;

        @Override
        public void onFitStart(TrainingRun run) {
            steps = 0;
            run.learningRate(0.005);
        }

        @Override
        public void onEpochStart(TrainingRun run, int epoch) {
            run.learningRate(run.learningRate() * 0.9);
        }

        @Override
        public void onStep(TrainingRun run, StepResult step) {
            steps++;
        }

        @Override
        public CallbackState state() {
            return CallbackState.EMPTY.with("steps", steps).with("none", Double.NaN);
        }

        @Override
        public void restore(CallbackState state) {
            steps = (int) state.number("steps");
            assertThat(state.number("none")).isNaN();
        }
    }

    /** What a callback does when a fit starts is undone, and an epoch that goes on is not started twice. */
    @Test
    void aCallbackDoesNothingTwice() {
        End straight = train(fit(3).callback(new Counter()));
        for (int step : new int[] {1, 4, 5, 6, 7, 12}) {
            Checkpoints checkpoints = checkpoints("counted" + step).everySteps(1);
            breakOff(fit(3).callback(new Counter()).checkpoints(checkpoints), BrokenOff.inStep(step));
            Counter counter = new Counter();
            train(fit(3).callback(counter).checkpoints(checkpoints)).assertSameAs(straight, "step " + step);
            assertThat(counter.steps).isEqualTo(3 * STEPS);
        }
    }

    /** A step that fails and is left out, one that is taken back: the guard and the batches are those of the run. */
    @Test
    void aGuardedRunGoesOn() {
        float[][] targets = Samples.rows(160, 2, 2);
        for (int row = 80; row < 88; row++) {
            targets[row][0] = 1e25f;
            targets[row + 32][0] *= 1_000;
        }
        Dataset data = Dataset.of(Samples.rows(160, 3, 1), targets);
        Fit fit = Fit.epochs(2).batchSize(8).shuffle(false).verbose(false);
        End straight = guarded(data, fit, 4);
        for (int step : new int[] {9, 10, 11, 13, 14, 30}) {
            Fit stored = fit.checkpoints(checkpoints("guarded" + step).everySteps(1));
            BrokenOff how = BrokenOff.inStep(step);
            assertSame(how, assertThrows(BrokenOff.class, () -> guarded(data, stored.callback(how), 4)));
            guarded(data, stored, 4).assertSameAs(straight, "broken off in step " + step);
        }
    }

    /** Pruned from before the first step into the second epoch; every checkpoint has what was pruned by then. */
    @Test
    void aPrunedRunGoesOnWithWhatWasPruned() {
        MagnitudePruning pruning =
                MagnitudePruning.to(0.7).initial(0.2).between(0, 2 * STEPS - 1).every(3);
        Fit fit = fit(3).callback(pruning);
        End straight = train(fit);
        assertThat(straight.weights().bits())
                .isNotEqualTo(train(fit(3)).weights().bits());
        for (int step : new int[] {1, 2, 3, 4, STEPS, STEPS + 1, 2 * STEPS - 1, 2 * STEPS, 3 * STEPS}) {
            Fit stored = fit.checkpoints(checkpoints("pruned" + step).everySteps(step % 2 + 1));
            breakOff(stored, BrokenOff.inStep(step));
            train(stored).assertSameAs(straight, "broken off in step " + step);
        }
    }

    /** A step that is left out at the start of an epoch: the model is at the step that the epoch before has ended with. */
    @Test
    void aGuardedRunGoesOnWhereTheFirstStepOfAnEpochFails() {
        float[][] targets = Samples.rows(160, 2, 2);
        for (int row = 0; row < 8; row++) {
            targets[row][0] = 1e25f;
        }
        Dataset data = Dataset.of(Samples.rows(160, 3, 1), targets);
        Fit fit = Fit.epochs(3).batchSize(8).shuffle(false).verbose(false);
        End straight = guarded(data, fit, 3);
        for (int step : new int[] {1, 19, 20, 21, 39}) {
            Fit stored = fit.checkpoints(checkpoints("first" + step).everySteps(1));
            BrokenOff how = BrokenOff.inStep(step);
            assertSame(how, assertThrows(BrokenOff.class, () -> guarded(data, stored.callback(how), 3)));
            guarded(data, stored, 3).assertSameAs(straight, "broken off in step " + step);
        }
    }

    private static End guarded(Dataset data, Fit fit, int takenBack) {
        GradientGuard guard = GradientGuard.factor(20).window(4).attempts(9);
        try (Nets_LineModel model = Nets_LineModel.create()) {
            History history = model.fit(data, fit.callback(guard));
            assertThat(guard.timesTakenBack()).isEqualTo(takenBack);
            return new End(SavedState.of(model), history);
        }
    }

    @Test
    void aCallbackSeesTheEpochsBefore() {
        Checkpoints checkpoints = checkpoints("seen").everySteps(1);
        breakOff(fit(3).checkpoints(checkpoints), BrokenOff.inStep(STEPS + 3));
        int[] seen = new int[2];
        train(fit(3).checkpoints(checkpoints).callback(new Callback() {
            @Override
            public void onFitStart(TrainingRun run) {
                seen[0] = run.history().epochs().size();
                seen[1] = run.step();
            }
        }));
        assertThat(seen).isEqualTo(new int[] {1, 2});
    }

    // Interrupts

    @Test
    void anInterruptEndsTheStepAndStoresTheRun() {
        End straight = train(fit(3));
        for (int step : new int[] {1, STEPS, STEPS + 1, 3 * STEPS - 1}) {
            Fit fit = fit(3).checkpoints(checkpoints("interrupted" + step));
            Callback interrupt = new Callback() {
                @Override
                public void onStep(TrainingRun run, StepResult result) {
                    if (result.step() == step) {
                        Thread.currentThread().interrupt();
                    }
                }
            };
            try (RunModels_EverythingModel model = RunModels_EverythingModel.create()) {
                History history = model.fit(DATA, fit.callback(interrupt));
                assertWithMessage("interrupt is passed on")
                        .that(Thread.interrupted())
                        .isTrue();
                assertThat(history.ending().kind()).isEqualTo(Ending.Kind.PAUSED);
                assertThat(history.ending().reason()).contains("interrupted");
                assertThat(history.epochs()).hasSize((step - 1) / STEPS);
                assertThat(model.steps()).isEqualTo(step);
            }
            train(fit).assertSameAs(straight, "interrupted in step " + step);
        }
    }

    @Test
    void anInterruptWhileACheckpointIsWrittenBreaksNothing() throws InterruptedException {
        End straight = train(fit(EPOCHS));
        Checkpoints checkpoints = checkpoints("written").everySteps(1);
        Thread trainer = Thread.currentThread();
        int interrupts = 0;
        History history;
        do {
            Thread interrupter = new Thread(() -> {
                try {
                    Thread.sleep(30);
                    trainer.interrupt();
                } catch (InterruptedException impossible) {
                    throw new AssertionError(impossible);
                }
            });
            try (RunModels_EverythingModel model = RunModels_EverythingModel.create()) {
                Callback begin = new Callback() {
                    @Override
                    public void onFitStart(TrainingRun run) {
                        interrupter.start();
                    }
                };
                history = model.fit(DATA, fit(EPOCHS).checkpoints(checkpoints).callback(begin));
            }
            while (interrupter.isAlive()) {
                Thread.onSpinWait();
            }
            interrupts += Thread.interrupted() ? 1 : 0;
        } while (history.ending().kind() == Ending.Kind.PAUSED);
        assertThat(interrupts).isAtLeast(2);
        train(fit(EPOCHS).checkpoints(checkpoints)).assertSameAs(straight, "interrupted " + interrupts + " times");
    }

    /** Nothing is left to go on with, where that is the last epoch; before, the epochs after it are. */
    @Test
    void aPauseWhileAnEpochIsValidatedLetsItEnd() {
        End straight = train(fit(3));
        for (int paused : new int[] {2, 3}) {
            TrainingRun[] run = new TrainingRun[1];
            int[] passes = {0};
            DataStream validation = DataStream.of(() -> {
                if (++passes[0] == paused) {
                    run[0].pause("while it is validated");
                }
                return Stream.of(VALIDATION);
            });
            Callback begin = new Callback() {
                @Override
                public void onFitStart(TrainingRun started) {
                    run[0] = started;
                }
            };
            Fit fit = fit(3).validateOn(validation).checkpoints(checkpoints("validated" + paused));
            End end = train(fit.callback(begin));
            assertThat(end.history.epochs()).hasSize(paused);
            assertThat(end.history.ending().kind()).isEqualTo(paused == 3 ? Ending.Kind.COMPLETED : Ending.Kind.PAUSED);
            train(fit).assertSameAs(straight, "paused in epoch " + paused);
        }
    }

    @Test
    void withoutCheckpointsAnInterruptEndsTheFitAsAStopDoes() {
        Callback interrupt = new Callback() {
            @Override
            public void onStep(TrainingRun run, StepResult result) {
                if (result.step() == STEPS + 2) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        try (RunModels_EverythingModel model = RunModels_EverythingModel.create()) {
            History history = model.fit(DATA, fit(3).callback(interrupt));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(history.epochs()).hasSize(2);
            assertThat(history.last().steps()).isEqualTo(2);
            assertThat(history.last().validation()).isPresent();
            assertThat(history.ending().kind()).isEqualTo(Ending.Kind.STOPPED);
            assertThat(history.ending().reason()).contains("interrupted");
        }
    }

    /** A stop within an epoch is the end of the run, also where it is broken off before that epoch is reported. */
    @Test
    void aStopWithinAnEpochIsStored() {
        Callback stop = new Callback() {
            @Override
            public void onStep(TrainingRun run, StepResult result) {
                if (result.step() == STEPS + 2) {
                    run.stop("seen enough");
                }
            }
        };
        End straight = train(fit(4).callback(stop));
        assertThat(straight.history.epochs()).hasSize(2);
        assertThat(straight.history.last().steps()).isEqualTo(2);
        assertThat(straight.history.ending()).isEqualTo(new Ending(Ending.Kind.STOPPED, "seen enough"));
        Fit fit = fit(4).checkpoints(checkpoints("stopped").everySteps(1));
        breakOff(fit.callback(stop), BrokenOff.inEpochEnd(2));
        train(fit).assertSameAs(straight, "broken off after the stop");
    }
}
