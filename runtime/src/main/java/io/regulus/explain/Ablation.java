package io.regulus.explain;

import io.regulus.annotations.MonitorMode;
import io.regulus.data.Dataset;
import io.regulus.engine.NonFiniteException;
import io.regulus.engine.Regulariser;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.report.AblationReport;
import io.regulus.train.Evaluation;
import io.regulus.train.Fit;
import io.regulus.train.Monitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Trains a network whole, then without each of its regularisers in turn, then without any, with several seeds each, and says what each was
 * worth. Immutable: each setting returns a changed copy.
 *
 * <pre>{@code
 * AblationReport report = Ablation.of(FashionNetModel.type())
 *     .seeds(3)
 *     .run(train, Fit.epochs(20).validateOn(validation));
 * System.out.println(report);
 * report.write(Path.of("ablation.html"));
 * }</pre>
 *
 * <p>A regulariser is removed by its hyperparameters, which are set to the values at which it does nothing; everything else stays. What no
 * number switches off, as {@code @RandomFlip} or {@code @EarlyStopping}, stays in all runs and is named in the report: take the
 * annotation from a copy of the class to compare. Norms, schedules and class weights are no regularisers here, and stay.
 *
 * <p>Networks of one seed begin with the same weights and see the same rows in the same order, so that differences are taken seed by seed. All
 * predictions are held against one loss, that of the network without any regulariser: with label smoothing removed a loss would be another
 * measure. Losses of training are of the training rows evaluated after the fit, without dropout.
 */
public final class Ablation {
    private static final int SEEDS = 3;

    private final ModelType<?> type;
    private final Map<String, Double> numbers;
    private final int seeds;
    private final Settings settings;
    private final Consumer<String> progress;

    private Ablation(
            ModelType<?> type, Map<String, Double> numbers, int seeds, Settings settings, Consumer<String> progress) {
        this.type = type;
        this.numbers = numbers;
        this.seeds = seeds;
        this.settings = settings;
        this.progress = progress;
    }

    /** Of a generated class, {@code XModel.type()}, with three seeds. */
    public static Ablation of(ModelType<?> type) {
        Objects.requireNonNull(type, "type is null; give XModel.type()");
        return new Ablation(type, Map.of(), SEEDS, Settings.defaults(), line -> {});
    }

    /**
     * With how many seeds each network is trained, 3 by default: the seed of the {@link #settings} and the next ones. With one seed nothing can be said of
     * the noise; two say little.
     *
     * @param count at least 1
     * @throws IllegalArgumentException if it is less
     */
    public Ablation seeds(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("seeds = " + count + "; give at least 1, better 3");
        }
        return new Ablation(type, numbers, count, settings, progress);
    }

    /**
     * Hyperparameters of the whole network; those not named are as annotated.
     *
     * @throws IllegalArgumentException if a name is unknown or a number outside its range
     */
    public Ablation numbers(Map<String, Double> byName) {
        type.plan(byName);
        return new Ablation(type, Map.copyOf(byName), seeds, settings, progress);
    }

    /** How the networks run: threads, device, and the first seed. */
    public Ablation settings(Settings value) {
        return new Ablation(type, numbers, seeds, value, progress);
    }

    /** Told of each run that has ended, in a line; nobody by default. */
    public Ablation progress(Consumer<String> lines) {
        return new Ablation(type, numbers, seeds, settings, lines);
    }

    /** The regularisers that are removed in turn. */
    public List<Regulariser> removable() {
        return active().stream().filter(Regulariser::removable).toList();
    }

    private List<Regulariser> active() {
        Map<String, Double> all = type.plan(numbers).hyperparameters();
        return type.plan(numbers).regularisers().stream()
                .filter(regulariser -> regulariser.isOn(all))
                .toList();
    }

    /**
     * Trains {@code seeds * (2 + removable().size())} networks, or a seed's worth fewer where a single regulariser can be removed.
     *
     * @param train the training rows
     * @param fit how each is fitted; its seed is the first of those of the rows' order. Its callbacks are told of every run, one after
     *     the other
     * @throws IllegalArgumentException if the fit has no validation dataset or has checkpoints, the network has no regulariser that can be removed, or the data
     *     does not fit it
     */
    public AblationReport run(Dataset train, Fit fit) {
        Dataset validation = fit.validation()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "the fit has no validation dataset, by which networks are compared; add validateOn(validation)"));
        if (fit.checkpoints().isPresent()) {
            throw new IllegalArgumentException(
                    "the fit has checkpoints, which are of one run, and an ablation has many; leave checkpoints out");
        }
        List<Regulariser> removable = removable();
        if (removable.isEmpty()) {
            throw new IllegalArgumentException(type.plan(numbers).name()
                    + " has no regulariser that can be removed by its hyperparameters; it has " + active());
        }
        Map<String, Map<String, Double>> networks = networks(removable);
        List<AblationReport.Variant> variants = new ArrayList<>();
        try (Model judge = type.create(without(removable), settings)) {
            networks.forEach((name, changed) -> variants.add(new AblationReport.Variant(
                    name, difference(changed), results(name, changed, judge, train, validation, fit))));
        }
        String metric = variants.stream()
                .flatMap(variant -> variant.results().stream())
                .flatMap(result -> result.metric().stream())
                .findFirst()
                .orElse("");
        return new AblationReport(
                type.plan(numbers).name(),
                metric,
                isLargerBetter(metric),
                variants.get(0),
                variants.subList(1, variants.size()),
                active().stream()
                        .filter(regulariser -> !regulariser.removable())
                        .map(Regulariser::toString)
                        .toList(),
                setting(train, validation, fit));
    }

    private static boolean isLargerBetter(String metric) {
        return new Monitor(metric, MonitorMode.AUTO, 0).isBetter(1, 0);
    }

    /** The networks by name, each with its hyperparameters: the whole one, those without one regulariser, that without any. */
    private Map<String, Map<String, Double>> networks(List<Regulariser> removable) {
        Map<String, Map<String, Double>> networks = new LinkedHashMap<>();
        networks.put("whole", numbers);
        removable.forEach(regulariser -> networks.put("without " + regulariser, without(List.of(regulariser))));
        if (removable.size() > 1) {
            networks.put("without all of them", without(removable));
        }
        return networks;
    }

    private Map<String, Double> without(List<Regulariser> removed) {
        Map<String, Double> changed = new LinkedHashMap<>(numbers);
        removed.forEach(regulariser -> changed.putAll(regulariser.off()));
        return changed;
    }

    /** What differs from the whole network, as {@code head.dropout 0.5 -> 0}. */
    private String difference(Map<String, Double> changed) {
        Map<String, Double> whole = type.plan(numbers).hyperparameters();
        return changed.entrySet().stream()
                .filter(number -> !number.getValue().equals(whole.get(number.getKey())))
                .map(number ->
                        number.getKey() + " " + shown(whole.get(number.getKey())) + " → " + shown(number.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String shown(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e6
                ? Long.toString((long) number)
                : Double.toString(number).replace(".0E", "e").replace('E', 'e');
    }

    private List<AblationReport.Result> results(
            String name, Map<String, Double> changed, Model judge, Dataset train, Dataset validation, Fit fit) {
        return LongStream.range(0, seeds)
                .mapToObj(i -> {
                    AblationReport.Result result = result(changed, i, judge, train, validation, fit);
                    progress.accept(name + ", seed " + result.seed() + ": validation loss "
                            + String.format(Locale.ROOT, "%.4f", result.loss()));
                    return result;
                })
                .toList();
    }

    private AblationReport.Result result(
            Map<String, Double> changed, long run, Model judge, Dataset train, Dataset validation, Fit fit) {
        long seed = settings.seed() + run;
        try (Model model = type.create(changed, settings.withSeed(seed))) {
            try {
                model.fit(train, fit.seed(fit.seed() + run).verbose(false));
            } catch (NonFiniteException diverged) {
                return AblationReport.Result.diverged(seed);
            }
            Evaluation known = judge.evaluate(train, model.outputs(train));
            Evaluation fresh = judge.evaluate(validation, model.outputs(validation));
            return AblationReport.Result.of(seed, known, fresh);
        }
    }

    private Map<String, String> setting(Dataset train, Dataset validation, Fit fit) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("epochs", Integer.toString(fit.epochs()));
        settings.put("batch size", Integer.toString(fit.batchSize()));
        settings.put("training rows", Integer.toString(train.size()));
        settings.put("validation rows", Integer.toString(validation.size()));
        settings.put(
                "seeds",
                LongStream.range(this.settings.seed(), this.settings.seed() + seeds)
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(", ")));
        if (!numbers.isEmpty()) {
            settings.put("changed numbers", numbers.toString());
        }
        return settings;
    }
}
