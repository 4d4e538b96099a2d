package io.regulus.tune;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.regulus.report.Page;
import io.regulus.report.TextTable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a search came to. Table, CSV and report have no times in them: those of a search that was killed and went on are the same. */
public final class TuningResult {
    private static final String MODEL = "model";

    private final List<Trial> trials;
    private final Objective objective;
    private final Map<String, Range> ranges;
    private final Map<String, String> settings;

    TuningResult(List<Trial> trials, Objective objective, Map<String, Range> ranges, Map<String, String> settings) {
        this.trials = List.copyOf(trials);
        this.objective = objective;
        this.ranges = Collections.unmodifiableMap(new LinkedHashMap<>(ranges));
        this.settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** The best that was trained to the end; of equals the first. */
    public Trial best() {
        return ranked().get(0);
    }

    /** All trials, in the order of their numbers. */
    public List<Trial> trials() {
        return trials;
    }

    /** Models, ranges, strategy, objective, fit, seed and data of the search, in words. */
    public Map<String, String> settings() {
        return settings;
    }

    /** The best first, then those pruned, the longest trained first, then those that failed. */
    public List<Trial> ranked() {
        return trials.stream()
                .sorted(Comparator.comparing(Trial::state)
                        .thenComparing(Comparator.comparing(Trial::epochs).reversed())
                        .thenComparing(objective.bestFirst()))
                .toList();
    }

    /** A line for each trial, the best first. */
    public TextTable table() {
        TextTable.Builder builder = TextTable.builder();
        List<String> columns = columns();
        columns.subList(0, columns.size() - 1).forEach(name -> {
            if (name.equals(MODEL)) {
                builder.left(name);
            } else {
                builder.right(name);
            }
        });
        TextTable table = builder.left(columns.get(columns.size() - 1)).build();
        ranked().forEach(trial -> table.row(cells(trial).toArray(String[]::new)));
        return table;
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("trial"));
        if (severalModels()) {
            columns.add(MODEL);
        }
        columns.addAll(ranges.keySet());
        columns.add("epochs");
        columns.add(objective.name());
        columns.addAll(otherMetrics());
        columns.add("state");
        return columns;
    }

    private List<String> cells(Trial trial) {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(trial.number())));
        if (severalModels()) {
            cells.add(trial.model());
        }
        ranges.keySet()
                .forEach(name -> cells.add(digitsOrNone(trial.hyperparameters().get(name))));
        cells.add(Integer.toString(trial.epochs()));
        cells.add(trial.state() == Trial.State.FAILED ? "" : digits(trial.objective()));
        otherMetrics().forEach(name -> cells.add(digitsOrNone(trial.metrics().get(name))));
        cells.add(state(trial));
        return cells;
    }

    private static String digitsOrNone(Double value) {
        return value == null ? "" : digits(value);
    }

    private static String state(Trial trial) {
        String word = trial.state().name().toLowerCase(Locale.ROOT);
        return trial.reason().isEmpty() ? word : word + ": " + trial.reason();
    }

    private boolean severalModels() {
        return trials.stream().map(Trial::model).distinct().count() > 1;
    }

    private List<String> otherMetrics() {
        Set<String> names = new LinkedHashSet<>();
        trials.forEach(trial -> names.addAll(trial.metrics().keySet()));
        names.remove(objective.name());
        return List.copyOf(names);
    }

    /** Four digits. */
    private static String digits(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size != 0 && (size < 1e-3 || size >= 1e5) ? "%.3e" : "%.4f", value);
    }

    /** The trials as comma-separated values, in the order of their numbers, every number with all its digits. */
    public String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            write(csv);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory cannot be written", impossible);
        }
        return text.toString();
    }

    private void write(CsvWriter csv) {
        int folds =
                trials.stream().mapToInt(trial -> trial.folds().size()).max().orElse(0);
        List<String> header = new ArrayList<>(List.of("trial", "model"));
        header.addAll(ranges.keySet());
        header.addAll(List.of("epochs", "state", "objective"));
        for (int fold = 1; folds > 1 && fold <= folds; fold++) {
            header.add("fold_" + fold);
        }
        Set<String> metrics = new LinkedHashSet<>();
        trials.forEach(trial -> metrics.addAll(trial.metrics().keySet()));
        header.addAll(metrics);
        header.add("reason");
        csv.writeRecord(header);
        for (Trial trial : trials) {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(trial.number()), trial.model()));
            ranges.keySet()
                    .forEach(name -> cells.add(cell(trial.hyperparameters().get(name))));
            cells.add(Integer.toString(trial.epochs()));
            cells.add(trial.state().name().toLowerCase(Locale.ROOT));
            cells.add(trial.state() == Trial.State.FAILED ? "" : cell(trial.objective()));
            for (int fold = 0; folds > 1 && fold < folds; fold++) {
                cells.add(trial.folds().isEmpty() ? "" : cell(trial.folds().get(fold)));
            }
            metrics.forEach(name -> cells.add(cell(trial.metrics().get(name))));
            cells.add(trial.reason());
            csv.writeRecord(cells);
        }
    }

    private static String cell(Double value) {
        return value == null ? "" : Double.toString(value);
    }

    /**
     * Writes {@link #csv} to a file, in the place of any that is there.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void toCsv(Path file) {
        write(file, csv());
    }

    /**
     * Writes a page: the best trial, what each hyperparameter did, every trial and every setting. One file, nothing loaded from elsewhere.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void toHtml(Path file) {
        write(file, html());
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file + ": " + failure, failure);
        }
    }

    private String html() {
        Trial best = best();
        Map<String, String> numbers = new LinkedHashMap<>();
        numbers.put("number", Integer.toString(best.number()));
        numbers.put("model", best.model());
        best.hyperparameters().forEach((name, value) -> numbers.put(name, digits(value)));
        Map<String, String> reached = new LinkedHashMap<>();
        reached.put(objective.name(), digits(best.objective()));
        otherMetrics().forEach(name -> reached.put(name, digits(best.metrics().get(name))));
        Map<String, String> states = new LinkedHashMap<>();
        for (Trial.State state : Trial.State.values()) {
            long count = trials.stream().filter(trial -> trial.state() == state).count();
            states.put(state.name().toLowerCase(Locale.ROOT), Long.toString(count));
        }
        Map<String, Map<String, String>> tiles = new LinkedHashMap<>();
        tiles.put("best trial", numbers);
        tiles.put("validation", reached);
        tiles.put("trials", states);
        Page page = new Page(
                "Search over "
                        + trials.stream().map(Trial::model).distinct().sorted().collect(Collectors.joining(", ")),
                settings.get("strategy") + "; " + objective);
        page.tiles(tiles).heading("What each hyperparameter did").beginFigures();
        page.scatter(objective.name() + " by number of the trial", false, points(trial -> (double) trial.number()));
        ranges.forEach((name, range) -> page.scatter(
                objective.name() + " by " + name,
                range instanceof Range.Log,
                points(trial -> trial.hyperparameters().get(name))));
        page.endFigures().heading("Trials, the best first");
        page.table(columns(), ranked().stream().map(this::cells).toList());
        return page.heading("Settings").settings(Map.of("search", settings)).html();
    }

    /** The trials of the most epochs, which alone can be compared. */
    private List<Page.Point> points(Function<Trial, Double> x) {
        return trials.stream()
                .filter(trial -> trial.state() == Trial.State.COMPLETE && x.apply(trial) != null)
                .map(trial -> new Page.Point(
                        x.apply(trial),
                        trial.objective(),
                        "trial " + trial.number() + ": " + digits(trial.objective()),
                        trial.number() == best().number()))
                .toList();
    }
}
