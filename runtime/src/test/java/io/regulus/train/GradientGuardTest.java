package io.regulus.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.data.Dataset;
import io.regulus.engine.NonFiniteException;
import io.regulus.model.Weights;
import io.regulus.testing.Nets_LineModel;
import io.regulus.testing.Nets_YesNoModel;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradientGuardTest {
    private static final int BATCH = 8;
    private static final int STEPS = 20;

    /** Rows in their order, of which one batch has targets a thousand times as large. */
    private static Dataset withSpike(int batch, float size) {
        float[][] rows = Samples.rows(STEPS * BATCH, 3, 1);
        float[][] targets = Samples.rows(STEPS * BATCH, 2, 2);
        for (int row = batch * BATCH; row < (batch + 1) * BATCH; row++) {
            for (int i = 0; i < 2; i++) {
                targets[row][i] *= size;
            }
        }
        return Dataset.of(rows, targets);
    }

    private static Fit fit(Callback... callbacks) {
        Fit fit = Fit.epochs(1).batchSize(BATCH).shuffle(false).verbose(false);
        for (Callback callback : callbacks) {
            fit = fit.callback(callback);
        }
        return fit;
    }

    /** The norms that steps report. */
    private static final class Norms implements Callback {
        private final List<Double> norms = new ArrayList<>();

        @Override
        public boolean watchesGradients() {
            return true;
        }

        @Override
        public void onStep(TrainingRun run, StepResult step) {
            norms.add(step.gradientNorm());
        }
    }

    /** Of a linear unit with a sigmoid the gradient is known: the mean of (p - y) x, and of p - y. */
    @Test
    void theNormIsThatOfTheGradients() {
        float[][] rows = Samples.rows(BATCH, 3, 5);
        int[] labels = Samples.labels(BATCH, 2, 6);
        try (Nets_YesNoModel model = Nets_YesNoModel.create()) {
            Weights before = model.weights();
            float[] kernel = before.get("logit/kernel");
            double[] gradient = new double[4];
            for (int row = 0; row < BATCH; row++) {
                double logit = before.get("logit/bias")[0];
                for (int i = 0; i < 3; i++) {
                    logit += kernel[i] * rows[row][i];
                }
                double error = (1 / (1 + Math.exp(-logit)) - labels[row]) / BATCH;
                for (int i = 0; i < 3; i++) {
                    gradient[i] += error * rows[row][i];
                }
                gradient[3] += error;
            }
            Norms norms = new Norms();
            model.fit(Dataset.of(rows, labels), fit(norms));
            double expected = Math.sqrt(Arrays.stream(gradient).map(x -> x * x).sum());
            assertThat(norms.norms).hasSize(1);
            assertThat(norms.norms.get(0)).isWithin(1e-6 * expected).of(expected);
        }
    }

    @Test
    void whatNobodyWatchesIsNotComputed() {
        List<Double> norms = new ArrayList<>();
        Callback listener = new Callback() {
            @Override
            public void onStep(TrainingRun run, StepResult step) {
                norms.add(step.gradientNorm());
            }
        };
        try (Nets_LineModel watched = Nets_LineModel.create();
                Nets_LineModel plain = Nets_LineModel.create()) {
            plain.fit(withSpike(3, 1), fit(listener));
            watched.fit(withSpike(3, 1), fit(new Norms()));
            assertThat(norms).hasSize(STEPS);
            assertThat(norms.stream().allMatch(norm -> norm.isNaN())).isTrue();
            SavedState.of(plain).assertStateOf(watched);
        }
    }

    @Test
    void anExplosionIsTakenBackAndTheRateLowered() {
        GradientGuard guard = GradientGuard.factor(20).window(4);
        Snapshot[] good = new Snapshot[1];
        Snapshot[] after = new Snapshot[1];
        Callback watcher = new Callback() {
            @Override
            public void onStep(TrainingRun run, StepResult step) {
                if (step.step() == 8) {
                    good[0] = run.trainingSnapshot();
                } else if (step.step() == 11) {
                    after[0] = run.trainingSnapshot();
                }
            }
        };
        try (Nets_LineModel model = Nets_LineModel.create()) {
            History history = model.fit(withSpike(10, 1_000), fit(guard, watcher));
            assertThat(history.ending().kind()).isEqualTo(Ending.Kind.COMPLETED);
            assertThat(guard.timesTakenBack()).isEqualTo(1);
            assertThat(model.learningRate()).isWithin(1e-9).of(0.05);
            assertThat(model.steps()).isEqualTo(STEPS);
            good[0].values()
                    .forEach((name, bytes) -> assertWithMessage(name)
                            .that(after[0].values().get(name))
                            .isEqualTo(bytes));
        }
    }

    @Test
    void healthyTrainingIsLeftAlone() {
        GradientGuard guard = GradientGuard.factor(20).window(4);
        try (Nets_LineModel guarded = Nets_LineModel.create();
                Nets_LineModel plain = Nets_LineModel.create()) {
            guarded.fit(withSpike(10, 1), fit(guard));
            plain.fit(withSpike(10, 1), fit());
            assertThat(guard.timesTakenBack()).isEqualTo(0);
            SavedState.of(plain).assertStateOf(guarded);
        }
    }

    @Test
    void outOfAttemptsTheFitStopsWithGoodWeights() {
        GradientGuard guard = GradientGuard.factor(20).window(4).attempts(0);
        try (Nets_LineModel model = Nets_LineModel.create();
                Nets_LineModel straight = Nets_LineModel.create()) {
            History history = model.fit(withSpike(10, 1_000), fit(guard));
            assertThat(history.ending().kind()).isEqualTo(Ending.Kind.STOPPED);
            assertThat(history.ending().reason()).startsWith("gradient guard: in step 11 the norm of the gradients is");
            assertThat(model.steps()).isEqualTo(11);
            assertThat(model.learningRate()).isWithin(1e-9).of(0.1);
            straight.fit(withSpike(10, 1_000).take(8 * BATCH), fit());
            assertThat(model.weights().get("hidden/kernel"))
                    .isEqualTo(straight.weights().get("hidden/kernel"));
        }
    }

    /** Numbers that overflow fail a step before anything has changed: with a guard the fit goes on, without one it fails. */
    @Test
    void stepsThatAreNotFiniteAreLeftOut() {
        Dataset data = withSpike(10, 1e25f);
        GradientGuard guard = GradientGuard.factor(20).window(4);
        try (Nets_LineModel model = Nets_LineModel.create()) {
            assertFails(NonFiniteException.class, () -> model.fit(data, fit()));
        }
        try (Nets_LineModel model = Nets_LineModel.create()) {
            History history = model.fit(data, fit(guard));
            assertThat(history.ending().kind()).isEqualTo(Ending.Kind.COMPLETED);
            assertThat(guard.timesTakenBack()).isEqualTo(1);
            assertThat(model.steps()).isEqualTo(STEPS - 1);
            assertThat(history.last().training().rows()).isEqualTo((STEPS - 1) * BATCH);
            assertThat(history.last().training().loss()).isFinite();
        }
    }

    /** A checkpoint would take what is before the slash for the name. */
    @Test
    void namesOfSnapshotsHaveNoSlash() {
        Snapshot weights = new Snapshot(Map.of());
        assertFails(
                IllegalArgumentException.class,
                () -> CallbackState.EMPTY.with("best/weights", weights),
                "'best/weights'");
        assertThat(CallbackState.EMPTY.with("best", weights).snapshot("best")).isPresent();
    }

    @Test
    void itsMemoryIsThatOfTheRun() {
        GradientGuard guard = GradientGuard.factor(20).window(4);
        CallbackState[] state = new CallbackState[1];
        Callback watcher = new Callback() {
            @Override
            public void onStep(TrainingRun run, StepResult step) {
                state[0] = guard.state();
            }
        };
        try (Nets_LineModel model = Nets_LineModel.create()) {
            model.fit(withSpike(10, 1_000), fit(guard, watcher));
        }
        GradientGuard other = GradientGuard.factor(20).window(4);
        other.restore(state[0]);
        assertThat(other.timesTakenBack()).isEqualTo(1);
        assertThat(other.state().numbers()).isEqualTo(state[0].numbers());
        assertThat(other.state().snapshot("good")).isPresent();
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertFails(IllegalArgumentException.class, () -> GradientGuard.factor(1), "factor = 1.0", "above 1");
        GradientGuard guard = GradientGuard.factor(10);
        assertFails(IllegalArgumentException.class, () -> guard.window(0), "window = 0");
        assertFails(IllegalArgumentException.class, () -> guard.attempts(-1), "attempts = -1");
        assertFails(IllegalArgumentException.class, () -> guard.rateFactor(0), "rateFactor = 0.0");
        assertFails(IllegalArgumentException.class, () -> guard.rateFactor(2), "rateFactor = 2.0");
    }
}
