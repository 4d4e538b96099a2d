package io.regulus.micrometer;

import static com.google.common.truth.Truth.assertThat;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ModelMetricsTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();

    private double rows(String name) {
        return registry.get("regulus.predict.rows")
                .tag("model", name)
                .functionCounter()
                .count();
    }

    @Test
    void whatAModelPredictsIsCounted() {
        try (MetricsModels_SidesModel one = MetricsModels_SidesModel.create();
                MetricsModels_SidesModel other = MetricsModels_SidesModel.create()) {
            ModelMetrics.of(one, "one").bindTo(registry);
            ModelMetrics.of(other, "other").bindTo(registry);
            one.predictions(FitMetricsTest.rows(0.1f));
            one.predict(new float[][] {{1, 2}, {3, 4}});
            other.predict(new float[][] {{1, 2}});

            assertThat(rows("one")).isEqualTo(22.0);
            assertThat(rows("other")).isEqualTo(1.0);
            FunctionTimer runs =
                    registry.get("regulus.predict").tag("model", "one").functionTimer();
            assertThat(runs.count()).isEqualTo(2.0);
            assertThat(runs.totalTime(TimeUnit.NANOSECONDS))
                    .isEqualTo((double) one.usage().time().toNanos());
            assertThat(one.usage().time()).isGreaterThan(Duration.ZERO);

            one.evaluate(FitMetricsTest.rows(0.1f));
            assertThat(one.usage().runs()).isEqualTo(2);
        }
    }
}
