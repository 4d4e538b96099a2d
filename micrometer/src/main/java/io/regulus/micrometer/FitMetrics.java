package io.regulus.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.regulus.engine.NonFiniteException;
import io.regulus.train.Callback;
import io.regulus.train.EpochResult;
import io.regulus.train.Evaluation;
import io.regulus.train.History;
import io.regulus.train.StepResult;
import io.regulus.train.TrainingRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How a fit goes on:
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><td>{@code regulus.fit.steps}</td><td>counter: steps</td></tr>
 * <tr><td>{@code regulus.fit.steps.failed}</td><td>counter: steps that changed nothing, as a number was not finite</td></tr>
 * <tr><td>{@code regulus.fit.epoch}</td><td>timer: epochs, validation included</td></tr>
 * <tr><td>{@code regulus.fit}</td><td>timer: fits, with the tag {@code ending} (completed, stopped, paused, failed)</td></tr>
 * <tr><td>{@code regulus.fit.learning.rate}</td><td>gauge: the rate of the last step</td></tr>
 * <tr><td>{@code regulus.fit.loss}, {@code regulus.fit.penalty}</td><td>gauges: of the last epoch, with the tag {@code rows} (training, validation)</td></tr>
 * <tr><td>{@code regulus.fit.metric}</td><td>gauge: a metric of the last epoch, with the tags {@code rows} and {@code metric}</td></tr>
 * </table>
 *
 * <pre>{@code
 * model.fit(train, Fit.epochs(20).callback(FitMetrics.of(registry, "fashion")));
 * }</pre>
 *
 * <p>Gauges keep the numbers of the last epoch when the fit has ended, until those of the next fit of that name. One object serves any number of
 * fits, one at a time.
 */
public final class FitMetrics implements Callback {
    private static final String FIT = "regulus.fit";
    private static final String ROWS = "rows";

    private final MeterRegistry registry;
    private final List<Tag> tags;
    private final Counter steps;
    private final Counter failedSteps;
    private final Timer epochs;
    private final Map<String, Double> gauges = new ConcurrentHashMap<>();
    private long started;

    private FitMetrics(MeterRegistry registry, List<Tag> tags) {
        this.registry = registry;
        this.tags = tags;
        steps = Counter.builder(FIT + ".steps")
                .description("Steps of training")
                .tags(tags)
                .register(registry);
        failedSteps = Counter.builder(FIT + ".steps.failed")
                .description("Steps that changed nothing, as a number was not finite")
                .tags(tags)
                .register(registry);
        epochs = Timer.builder(FIT + ".epoch")
                .description("Epochs, validation included")
                .tags(tags)
                .register(registry);
    }

    /**
     * Of the fits of one model.
     *
     * @param name the value of the tag {@code model}, by which several models of a registry are told apart
     */
    public static FitMetrics of(MeterRegistry registry, String name) {
        Objects.requireNonNull(registry, "registry is null; give the one that the application reports by");
        return new FitMetrics(registry, Names.tags(name));
    }

    @Override
    public void onFitStart(TrainingRun run) {
        started = System.nanoTime();
    }

    @Override
    public void onStep(TrainingRun run, StepResult step) {
        steps.increment();
    }

    @Override
    public boolean onStepFailed(TrainingRun run, NonFiniteException failure) {
        failedSteps.increment();
        return false;
    }

    @Override
    public void onEpochEnd(TrainingRun run, EpochResult epoch) {
        epochs.record(Duration.ofNanos(Math.round(epoch.seconds() * 1e9)));
        show("learning.rate", epoch.learningRate());
        show(epoch.training(), "training");
        epoch.validation().ifPresent(evaluation -> show(evaluation, "validation"));
    }

    private void show(Evaluation evaluation, String rows) {
        Tag of = Tag.of(ROWS, rows);
        show("loss", evaluation.loss(), of);
        show("penalty", evaluation.penalty(), of);
        evaluation.metrics().forEach((name, value) -> show("metric", value, of, Tag.of("metric", name)));
    }

    /** Sets a gauge, which is registered when it is first heard of. */
    private void show(String name, double value, Tag... more) {
        List<Tag> all = new ArrayList<>(tags);
        all.addAll(List.of(more));
        String key = name + all;
        if (gauges.put(key, value) == null) {
            // that of an earlier fit would go on showing its numbers
            registry.removeByPreFilterId(new Meter.Id(FIT + "." + name, Tags.of(all), null, null, Meter.Type.GAUGE));
            Gauge.builder(FIT + "." + name, gauges, values -> values.get(key))
                    .tags(all)
                    // of the callback nothing may be left when the fit has ended, but the numbers are
                    .strongReference(true)
                    .register(registry);
        }
    }

    @Override
    public void onFitEnd(TrainingRun run, History history) {
        Timer.builder(FIT)
                .description("Fits, by how they ended")
                .tags(tags)
                .tag("ending", history.ending().kind().name().toLowerCase(Locale.ROOT))
                .register(registry)
                .record(Duration.ofNanos(System.nanoTime() - started));
    }
}
