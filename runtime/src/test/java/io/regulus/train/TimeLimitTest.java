package io.regulus.train;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.data.Dataset;
import io.regulus.testing.Nets_FullModel;
import io.regulus.testing.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
    private static final Dataset DATA = Samples.labelled(70, 6, 3, 9);

    @Test
    void endsTheFitAfterTheStepInWhichTheTimeIsUp() {
        Callback slow = new Callback() {
            @Override
            public void onStep(TrainingRun run, StepResult step) {
                long end = System.nanoTime() + 20_000_000;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            }
        };
        try (Nets_FullModel model = Nets_FullModel.create()) {
            Fit fit = Fit.epochs(1_000).verbose(false).callback(slow);
            History history = model.fit(DATA, fit.callback(new TimeLimit(Duration.ofMillis(210))));
            assertThat(history.ending().kind()).isEqualTo(Ending.Kind.STOPPED);
            assertThat(history.ending().reason()).isEqualTo("the time limit of 0.21 s is up");
            // 11 steps take 220 ms and more; a loaded machine takes fewer
            assertThat(model.steps()).isAtMost(11);
            assertThat(history.epochs().stream().mapToInt(EpochResult::steps).sum())
                    .isEqualTo((int) model.steps());
        }
    }

    @Test
    void aFitThatIsFasterIsNotTouched() {
        try (Nets_FullModel model = Nets_FullModel.create()) {
            Fit fit = Fit.epochs(2).verbose(false).callback(new TimeLimit(Duration.ofHours(1)));
            assertThat(model.fit(DATA, fit).ending().kind()).isEqualTo(Ending.Kind.COMPLETED);
        }
    }

    @Test
    void noTimeIsRefused() {
        assertFails(IllegalArgumentException.class, () -> new TimeLimit(Duration.ZERO), "limit in seconds = 0.0");
        assertFails(
                IllegalArgumentException.class,
                () -> new StopOnShutdown(Duration.ofSeconds(-1)),
                "grace in seconds = -1.0");
    }
}
