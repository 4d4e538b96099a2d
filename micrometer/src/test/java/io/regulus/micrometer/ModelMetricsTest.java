package io.regulus.micrometer;

import static com.google.common.truth.Truth.assertThat;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.regulus.data.Dataset;
import io.regulus.testing.docs.Block;
import io.regulus.testing.docs.Documentation;
import io.regulus.testing.docs.Kind;
import io.regulus.train.Fit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
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
            // a registry keeps seconds: there and back a nanosecond is lost in the last bits
            assertThat(runs.totalTime(TimeUnit.NANOSECONDS)).isWithin(1).of((double)
                    one.usage().time().toNanos());
            assertThat(one.usage().time()).isGreaterThan(Duration.ZERO);

            one.evaluate(FitMetricsTest.rows(0.1f));
            assertThat(one.usage().runs()).isEqualTo(2);
        }
    }

    // What the documentation shows

    private static void example(
            MetricsModels_SidesModel model, Dataset train, Dataset validation, MeterRegistry registry) {
        // regulus-micrometer
        model.fit(train, Fit.epochs(20).validateOn(validation).callback(FitMetrics.of(registry, "fashion")));
        ModelMetrics.of(model, "fashion").bindTo(registry);
    }

    @Test
    void whatTheDocumentationShowsIsTheExampleAbove() throws IOException {
        String page = Files.readString(Path.of("../docs/guide.md"));
        String source = Files.readString(Path.of("src/test/java/io/regulus/micrometer/ModelMetricsTest.java"));
        assertThat(Block.compact(source))
                .contains(Documentation.block(Kind.MICROMETER).compact());
        try (MetricsModels_SidesModel model = MetricsModels_SidesModel.create()) {
            example(model, FitMetricsTest.rows(0.1f), FitMetricsTest.rows(0.2f), registry);
            model.predictions(FitMetricsTest.rows(0.1f));
        }
        assertThat(registry.getMeters().stream().map(meter -> meter.getId().getName()))
                .containsAtLeast("regulus.fit", "regulus.fit.loss", "regulus.predict");
        // every name in the guide's table is one that there is
        List<String> named = Pattern.compile("`(regulus\\.[a-z.]+)`")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(registry.getMeters().stream()
                        .map(meter -> meter.getId().getName())
                        .distinct())
                .containsExactlyElementsIn(named);
    }
}
