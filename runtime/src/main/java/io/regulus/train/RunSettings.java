package io.regulus.train;

import io.regulus.engine.NetworkPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What the steps of a fit depend on, besides the network, as far as numbers say it: not the values of the rows, nor schedules and callbacks,
 * which are code.
 */
final class RunSettings {
    private RunSettings() {}

    /** Those of a fit; how many rows there are only where that is known before they are read. */
    static List<RunSetting> of(NetworkPlan plan, Fit fit, RowSource data, Optional<RowSource> validation) {
        List<RunSetting> settings = new ArrayList<>();
        data.rows()
                .ifPresent(rows -> settings.add(new RunSetting(
                        "rows of the training data", Long.toString(rows), "give fit the %s rows of the run")));
        settings.add(new RunSetting("kind of the training data", data.kind().text(), "give fit the %s of the run"));
        settings.add(new RunSetting(
                "validated", Boolean.toString(validation.isPresent()), "validate as the run did: on data, or not"));
        validation
                .map(RowSource::rows)
                .filter(OptionalLong::isPresent)
                .map(rows -> Long.toString(rows.getAsLong()))
                .ifPresent(rows -> settings.add(new RunSetting(
                        "rows of the validation data", rows, "validate on the data of the run (%s rows)")));
        settings.add(new RunSetting("batchSize", Integer.toString(fit.batchSize()), "write Fit.batchSize(%s)"));
        settings.add(new RunSetting(
                "batches of a step",
                Integer.toString(plan.batchesPerStep()),
                "write @GradientAccumulation(batches = %s) on the class"));
        if (data.kind().isOrderedByFit()) {
            addOrder(fit, settings);
        }
        return settings;
    }

    /** Those of a fit for a person to read, by name: more than what its steps depend on. */
    static Map<String, String> words(NetworkPlan plan, Fit fit, RowSource data, Optional<RowSource> validation) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("epochs", Integer.toString(fit.epochs()));
        if (fit.initialEpoch() > 0) {
            words.put("epochs done before", Integer.toString(fit.initialEpoch()));
        }
        of(plan, fit, data, validation).forEach(setting -> words.put(setting.name(), setting.value()));
        words.put("schedule", fit.schedule().map(RunSettings::name).orElse("none"));
        String callbacks =
                fit.callbacks().stream().map(RunSettings::name).distinct().collect(Collectors.joining(", "));
        words.put("callbacks", callbacks.isEmpty() ? "none" : callbacks);
        words.put("checkpoints", fit.checkpoints().isPresent() ? "kept" : "none");
        return words;
    }

    /** A record says what it is made of; of other code there is a name only. */
    private static String name(Object code) {
        Class<?> type = code.getClass();
        return type.isRecord() ? code.toString() : type.isSynthetic() ? "own code" : type.getSimpleName();
    }

    private static void addOrder(Fit fit, List<RunSetting> settings) {
        settings.add(new RunSetting("shuffle", Boolean.toString(fit.shuffle()), "write Fit.shuffle(%s)"));
        if (fit.shuffle()) {
            settings.add(new RunSetting("seed of the row order", Long.toString(fit.seed()), "write Fit.seed(%s)"));
        }
    }
}
