package io.regulus.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.regulus.model.Model;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What a model predicts:
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><td>{@code regulus.predict}</td><td>timer: runs of the network, a batch each, and the time they took</td></tr>
 * <tr><td>{@code regulus.predict.rows}</td><td>counter: rows that were predicted</td></tr>
 * </table>
 *
 * <p>The model counts them anyway; a registry reads the counts when it is scraped, so that predicting takes no longer. A model that is
 * closed and forgotten is no more kept from the garbage collector than without.
 */
public final class ModelMetrics implements MeterBinder {
    private static final String PREDICT = "regulus.predict";

    private final Model model;
    private final List<Tag> tags;

    private ModelMetrics(Model model, List<Tag> tags) {
        this.model = model;
        this.tags = tags;
    }

    /**
     * Of one model.
     *
     * @param name the value of the tag {@code model}, by which several models of a registry are told apart
     */
    public static ModelMetrics of(Model model, String name) {
        Objects.requireNonNull(model, "model is null; give the one that predicts");
        return new ModelMetrics(model, Names.tags(name));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionTimer.builder(
                        PREDICT,
                        model,
                        asked -> asked.usage().runs(),
                        asked -> asked.usage().time().toNanos(),
                        TimeUnit.NANOSECONDS)
                .description("Runs of the network for predictions, a batch each")
                .tags(tags)
                .register(registry);
        FunctionCounter.builder(PREDICT + ".rows", model, asked -> asked.usage().rows())
                .description("Rows that were predicted")
                .baseUnit("rows")
                .tags(tags)
                .register(registry);
    }
}
