package io.regulus.micrometer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.regulus.data.Dataset;
import io.regulus.engine.NonFiniteException;
import io.regulus.train.Callback;
import io.regulus.train.EpochResult;
import io.regulus.train.Fit;
import io.regulus.train.GradientGuard;
import io.regulus.train.History;
import io.regulus.train.StepResult;
import io.regulus.train.TrainingRun;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FitMetricsTest {
    private static final int ROWS = 20;

    private final MeterRegistry registry = new SimpleMeterRegistry();

    static Dataset rows(float scale) {
        float[][] features = new float[ROWS][2];
        int[] labels = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            features[i][0] = scale * (i - ROWS / 2f);
            features[i][1] = scale;
            labels[i] = i % 3 == 0 ? 1 : 0;
        }
        return Dataset.of(features, labels);
    }

    private double gauge(String name, String... tags) {
        return registry.get("regulus.fit." + name).tags(tags).gauge().value();
    }

    @Test
    void metersShowWhatTheHistorySays() {
        History history;
        try (MetricsModels_SidesModel model = MetricsModels_SidesModel.create()) {
            history = model.fit(
                    rows(0.1f),
                    Fit.epochs(3)
                            .batchSize(5)
                            .verbose(false)
                            .validateOn(rows(0.2f))
                            .callback(FitMetrics.of(registry, "sides")));
        }
        assertThat(registry.get("regulus.fit.steps")
                        .tag("model", "sides")
                        .counter()
                        .count())
                .isEqualTo(3.0 * ROWS / 5);
        EpochResult last = history.last();
        assertThat(gauge("loss", "rows", "training", "model", "sides"))
                .isEqualTo(last.training().loss());
        assertThat(gauge("loss", "rows", "validation"))
                .isEqualTo(last.validation().orElseThrow().loss());
        assertThat(gauge("penalty", "rows", "training"))
                .isEqualTo(last.training().penalty());
        assertThat(last.training().penalty()).isGreaterThan(0.0);
        assertThat(gauge("metric", "rows", "validation", "metric", "accuracy"))
                .isEqualTo(last.validation().orElseThrow().metric("accuracy"));
        assertThat(gauge("learning.rate")).isWithin(1e-7).of(0.1);
        Timer epochs = registry.get("regulus.fit.epoch").timer();
        assertThat(epochs.count()).isEqualTo(3);
        assertThat(epochs.totalTime(TimeUnit.SECONDS))
                .isWithin(1e-6)
                .of(history.epochs().stream().mapToDouble(EpochResult::seconds).sum());
        Timer fits = registry.get("regulus.fit").tag("ending", "completed").timer();
        assertThat(fits.count()).isEqualTo(1);
        assertThat(fits.totalTime(TimeUnit.SECONDS)).isAtLeast(epochs.totalTime(TimeUnit.SECONDS));
    }

    @Test
    void gaugesShowTheNewestFitOfTheName() {
        try (MetricsModels_SidesModel model = MetricsModels_SidesModel.create()) {
            Fit fit = Fit.epochs(1).verbose(false);
            model.fit(rows(0.1f), fit.callback(FitMetrics.of(registry, "sides")));
            double first = gauge("loss", "rows", "training");
            History second = model.fit(rows(0.3f), fit.callback(FitMetrics.of(registry, "sides")));
            assertThat(gauge("loss", "rows", "training"))
                    .isEqualTo(second.last().training().loss());
            assertThat(second.last().training().loss()).isNotEqualTo(first);
        }
        assertThat(registry.get("regulus.fit.loss").gauges()).hasSize(1);
    }

    @Test
    void fitsThatFailAndStepsThatFailAreCounted() {
        Dataset broken = rows(1e37f);
        try (MetricsModels_SidesModel model = MetricsModels_SidesModel.create()) {
            Fit fit = Fit.epochs(3).batchSize(ROWS).verbose(false);
            assertThrows(
                    NonFiniteException.class, () -> model.fit(broken, fit.callback(FitMetrics.of(registry, "sides"))));
            assertThat(registry.get("regulus.fit.steps.failed").counter().count())
                    .isEqualTo(1.0);
            assertThat(registry.get("regulus.fit")
                            .tag("ending", "failed")
                            .timer()
                            .count())
                    .isEqualTo(1);

            // also where another callback before it has dealt with the failure
            History guarded = model.fit(
                    broken,
                    fit.callback(GradientGuard.factor(20).attempts(0)).callback(FitMetrics.of(registry, "sides")));
            assertThat(guarded.ending().reason()).startsWith("gradient guard");
        }
        assertThat(registry.get("regulus.fit.steps.failed").counter().count()).isEqualTo(2.0);
        assertThat(registry.get("regulus.fit").tag("ending", "stopped").timer().count())
                .isEqualTo(1);
    }

    @Test
    void aFitThatIsStoppedIsTold() {
        Callback stop = new Callback() {
            @Override
            public void onStep(TrainingRun run, StepResult step) {
                run.stop("enough");
            }
        };
        try (MetricsModels_SidesModel model = MetricsModels_SidesModel.create()) {
            model.fit(
                    rows(0.1f),
                    Fit.epochs(2)
                            .verbose(false)
                            .callback(FitMetrics.of(registry, "sides"))
                            .callback(stop));
        }
        assertThat(registry.get("regulus.fit").tag("ending", "stopped").timer().count())
                .isEqualTo(1);
    }

    @Test
    void aNameIsWanted() {
        String message = assertThrows(IllegalArgumentException.class, () -> FitMetrics.of(registry, " "))
                .getMessage();
        assertThat(message).startsWith("name =  : give the model a name");
        assertThat(registry.getMeters()).isEmpty();
    }
}
