package io.regulus.report;

import io.regulus.train.Evaluation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What each regulariser of a network was worth.
 *
 * @param network qualified name of the annotated class
 * @param metric the first metric of the network, such as {@code accuracy}; empty if no run ended
 * @param largerIsBetter of the metric
 * @param whole the network with all of them
 * @param without the network without each of them, and without all
 * @param kept regularisers that no number switches off: they were in every run
 * @param settings how it was trained, by name
 */
public record AblationReport(
        String network,
        String metric,
        boolean largerIsBetter,
        Variant whole,
        List<Variant> without,
        List<String> kept,
        Map<String, String> settings) {
    /** A difference of a loss below this share of it matters to nobody, however sure it is. */
    private static final double HARDLY = 1e-3;

    /**
     * A network and its runs.
     *
     * @param name {@code whole}, {@code without @Dropout(p = 0.5) of head}
     * @param change the hyperparameters that make it so, such as {@code head.dropout 0.5 → 0}; empty for the whole one
     * @param results one for each seed, in their order
     */
    public record Variant(String name, String change, List<Result> results) {
        public Variant {
            results = List.copyOf(results);
        }
    }

    /**
     * A run.
     *
     * @param seed of weights and masks
     * @param loss validation loss; NaN if the run diverged
     * @param metric name of the first metric; empty if the run diverged
     * @param value its value on the validation rows; NaN if the run diverged
     * @param gap generalisation gap: validation loss minus the loss of the training rows, both evaluated after the fit
     */
    public record Result(long seed, double loss, Optional<String> metric, double value, double gap) {
        /** Of a run that ended. */
        public static Result of(long seed, Evaluation training, Evaluation validation) {
            Optional<String> first = validation.metrics().keySet().stream().findFirst();
            return new Result(
                    seed,
                    validation.loss(),
                    first,
                    first.map(validation::metric).orElse(Double.NaN),
                    validation.loss() - training.loss());
        }

        /** Of a run whose loss or gradient was no finite number. */
        public static Result diverged(long seed) {
            return new Result(seed, Double.NaN, Optional.empty(), Double.NaN, Double.NaN);
        }
    }

    /**
     * What the network lost, or gained, with a regulariser removed: differences to the whole network, seed by seed.
     *
     * @param name as of the variant
     * @param loss of the validation loss; above 0, the regulariser helped
     * @param metric of the metric
     * @param gap of the generalisation gap; above 0, the regulariser held it down
     * @param verdict in words
     */
    public record Worth(String name, Differences loss, Differences metric, Differences gap, String verdict) {}

    public AblationReport {
        without = List.copyOf(without);
        kept = List.copyOf(kept);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** What each was worth, in the order of {@link #without}. */
    public List<Worth> worth() {
        List<Worth> all = new ArrayList<>();
        for (Variant variant : without) {
            Differences loss = differences(variant, 0);
            all.add(new Worth(
                    variant.name(), loss, differences(variant, 1), differences(variant, 2), verdict(variant, loss)));
        }
        return all;
    }

    private Differences differences(Variant variant, int which) {
        return new Differences(IntStream.range(0, variant.results().size())
                .mapToObj(i -> number(variant.results().get(i), which)
                        - number(whole.results().get(i), which))
                .toList());
    }

    private static double number(Result result, int which) {
        return which == 0 ? result.loss() : which == 1 ? result.value() : result.gap();
    }

    private String verdict(Variant variant, Differences loss) {
        long diverged = variant.results().stream()
                .filter(result -> Double.isNaN(result.loss()))
                .count();
        if (diverged > 0) {
            return "diverged in " + diverged + " of " + variant.results().size() + " runs";
        }
        if (whole.results().stream().anyMatch(result -> Double.isNaN(result.loss()))) {
            return "the whole network diverged";
        }
        if (loss.values().size() == 1) {
            return "one seed: noise unknown";
        }
        if (loss.isWithinNoise()) {
            return "within the noise";
        }
        boolean all = variant.name().equals(without.get(without.size() - 1).name()) && without.size() > 1;
        boolean hardly = Math.abs(loss.mean()) < HARDLY * Math.abs(mean(whole));
        return (loss.mean() > 0 ? (all ? "they help" : "it helps") : all ? "they hurt" : "it hurts")
                + (hardly ? ", hardly" : "");
    }

    /** A page of HTML that needs no other file: light and dark, for screens of any width. */
    public String toHtml() {
        return new AblationPage(this).html();
    }

    /**
     * Writes the page.
     *
     * @param file such as {@code ablation.html}; replaced if it is there, the folders above it are made
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, toHtml());
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot write the report " + file + ": " + failure
                            + "; give a file in a folder that can be written",
                    failure);
        }
    }

    /** The table. */
    @Override
    public String toString() {
        TextTable table = TextTable.builder()
                .left("network")
                .right("loss")
                .right("difference")
                .right(metric)
                .right("difference")
                .right("gap")
                .right("difference")
                .left("so")
                .build();
        table.row(whole.name(), mean(whole, 0), "", mean(whole, 1), "", mean(whole, 2), "", "");
        List<Worth> worth = worth();
        for (int i = 0; i < without.size(); i++) {
            Variant variant = without.get(i);
            Worth of = worth.get(i);
            table.row(
                    variant.name(),
                    mean(variant, 0),
                    of.loss().toString(),
                    mean(variant, 1),
                    of.metric().toString(),
                    mean(variant, 2),
                    of.gap().toString(),
                    of.verdict());
        }
        return network + "\n" + table + notes();
    }

    private static double mean(Variant variant) {
        return variant.results().stream().mapToDouble(Result::loss).average().orElse(Double.NaN);
    }

    /** Mean over the seeds of loss (0), metric (1) or gap (2). */
    String mean(Variant variant, int which) {
        return Figures.of(variant.results().stream()
                .mapToDouble(result -> number(result, which))
                .average()
                .orElse(Double.NaN));
    }

    private String notes() {
        String stay = kept.isEmpty()
                ? ""
                : "in every run, for no number switches it off: " + String.join("; ", kept)
                        + " (to compare, take it from a copy of the class)\n";
        return "differences: without minus whole, mean ± standard deviation over seeds "
                + settings.getOrDefault("seeds", "") + "\n" + stay;
    }
}
