package io.regulus.model;

import io.regulus.data.Dataset;
import io.regulus.engine.Engine;
import io.regulus.engine.NetworkState;
import io.regulus.ops.Penalty;
import io.regulus.ops.Variable;
import io.regulus.report.Judged;
import io.regulus.report.PenaltyTrace;
import io.regulus.report.RunReport;
import io.regulus.report.WeightTrace;
import io.regulus.train.CallbackState;
import io.regulus.train.EpochResult;
import io.regulus.train.History;
import io.regulus.train.Snapshot;
import io.regulus.train.Stateful;
import io.regulus.train.TrainingRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tensorflow.TensorFlow;

/**
 * A page about a fit: learning curves of training and validation, the gap between them, what each regulariser adds to the penalty, norms and
 * zeros of every weight, the network drawn, every setting and seed. One HTML file that needs no other and no server, for light and dark
 * screens of any width. It is written after every epoch, so that a browser that loads it again shows how far the fit has come.
 *
 * <pre>{@code
 * HtmlReport report = HtmlReport.of(model, Path.of("run.html"));
 * model.fit(train, Fit.epochs(20).validateOn(validation).callback(report));
 * report.test(test);      // adds loss and metrics on other rows, with a confusion matrix or the residuals
 * }</pre>
 *
 * <p>An epoch costs it a reading of all weights. What it has seen is stored with checkpoints, so that the page of a run that went on has every
 * epoch. For one fit at a time; a later one begins a page of its own in the same file.
 */
public final class HtmlReport implements Stateful {
    private static final String SEPARATOR = "@";

    private final Model model;
    private final Engine engine;
    private final Path file;
    private final List<Trace> weights = new ArrayList<>();
    private final List<List<Double>> penalties = new ArrayList<>();
    private Map<String, String> settings = Map.of();
    private History history = new History(List.of());
    private Optional<Judged> judged = Optional.empty();

    /** Norms and shares of zeros of a weight so far. */
    private record Trace(Variable<?> weight, List<Double> norms, List<Double> zeros) {
        Trace(Variable<?> weight) {
            this(weight, new ArrayList<>(), new ArrayList<>());
        }
    }

    private HtmlReport(Model model, Path file) {
        this.model = model;
        this.engine = model.engine();
        this.file = file;
    }

    /**
     * A report of what is fitted of a model.
     *
     * @param file such as {@code run.html}; a file that is there is replaced when a fit starts, the folders above it are made
     */
    public static HtmlReport of(Model model, Path file) {
        Objects.requireNonNull(model, "model is null; give the one that is fitted");
        Objects.requireNonNull(file, "file is null; give one, such as Path.of(\"run.html\")");
        return new HtmlReport(model, file);
    }

    /**
     * Begins a page.
     *
     * @throws UncheckedIOException if it cannot be written; nothing is trained then
     */
    @Override
    public void onFitStart(TrainingRun run) {
        settings = run.settings();
        history = run.history();
        judged = Optional.empty();
        weights.clear();
        penalties.clear();
        engine.state().weights().stream()
                .filter(variable -> variable.role().trained())
                .forEach(variable -> weights.add(new Trace(variable)));
        engine.penalties().terms().forEach(term -> penalties.add(new ArrayList<>()));
        addWeights(run.snapshot());
        write();
    }

    @Override
    public void onEpochEnd(TrainingRun run, EpochResult epoch) {
        history = run.history();
        addWeights(run.snapshot());
        double[] terms = engine.penalties().byTerm();
        for (int i = 0; i < terms.length; i++) {
            penalties.get(i).add(terms[i]);
        }
        write();
    }

    @Override
    public void onFitEnd(TrainingRun run, History ended) {
        history = ended;
        write();
    }

    /**
     * Asks the model about rows that it has not been trained on, and writes the page with what it said: loss, metrics, and for each output a
     * confusion matrix or the predicted numbers by the true ones.
     *
     * @throws IllegalArgumentException if the data does not fit the network
     * @throws UncheckedIOException if the page cannot be written
     */
    public void test(Dataset data) {
        judged = Optional.of(Judgements.of(model, data));
        write();
    }

    private void addWeights(Snapshot snapshot) {
        for (Trace trace : weights) {
            FloatBuffer values = NetworkState.bytes(
                            snapshot.values().get(trace.weight().name()))
                    .asFloatBuffer();
            double squares = 0;
            long zeros = 0;
            int size = values.remaining();
            while (values.hasRemaining()) {
                float value = values.get();
                squares += (double) value * value;
                zeros += value == 0 ? 1 : 0;
            }
            trace.norms().add(Math.sqrt(squares));
            trace.zeros().add(zeros / (double) size);
        }
    }

    /** What has been seen so far. */
    public RunReport report() {
        List<PenaltyTrace> terms = new ArrayList<>();
        for (int i = 0; i < penalties.size(); i++) {
            Penalty.Term term = engine.penalties().terms().get(i);
            terms.add(new PenaltyTrace(term.weight(), term.kind(), term.coefficient(), penalties.get(i)));
        }
        return new RunReport(
                engine.state().name(),
                NetworkNodes.of(engine),
                model.summary(),
                history,
                model.diagnose(history),
                weights.stream()
                        .map(trace -> new WeightTrace(
                                trace.weight().name(), trace.weight().size(), trace.norms(), trace.zeros()))
                        .toList(),
                terms,
                judged,
                allSettings());
    }

    private Map<String, Map<String, String>> allSettings() {
        Map<String, String> numbers = new LinkedHashMap<>();
        engine.state().hyperparameters().forEach((name, value) -> numbers.put(name, Summary.shortened(value)));
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("seed of weights and masks", Long.toString(engine.state().seed()));
        machine.put("device", engine.gpus().isEmpty() ? "CPU" : String.join(", ", engine.gpus()));
        machine.put("native kernels", engine.kernels() ? "yes" : "no");
        machine.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        machine.put("TensorFlow", TensorFlow.version());
        machine.put("Java", System.getProperty("java.version"));
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        all.put("Fit", settings);
        all.put("Hyperparameters", numbers);
        all.put("Machine", machine);
        return all;
    }

    /** Beside the file first: what is there stays until the new page is whole. */
    private void write() {
        Path whole = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try {
                Files.writeString(whole, report().toHtml());
                Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot write the report " + file + ": " + failure
                            + "; give a file in a folder that can be written",
                    failure);
        }
    }

    @Override
    public CallbackState state() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (Trace trace : weights) {
            put(numbers, "norm" + SEPARATOR + trace.weight().name(), trace.norms());
            put(numbers, "zeros" + SEPARATOR + trace.weight().name(), trace.zeros());
        }
        for (int i = 0; i < penalties.size(); i++) {
            put(numbers, "penalty" + SEPARATOR + i, penalties.get(i));
        }
        return new CallbackState(numbers, Map.of());
    }

    private static void put(Map<String, Double> numbers, String name, List<Double> values) {
        for (int i = 0; i < values.size(); i++) {
            numbers.put(name + SEPARATOR + i, values.get(i));
        }
    }

    @Override
    public void restore(CallbackState state) {
        for (Trace trace : weights) {
            take(state, "norm" + SEPARATOR + trace.weight().name(), trace.norms());
            take(state, "zeros" + SEPARATOR + trace.weight().name(), trace.zeros());
        }
        for (int i = 0; i < penalties.size(); i++) {
            take(state, "penalty" + SEPARATOR + i, penalties.get(i));
        }
    }

    private static void take(CallbackState state, String name, List<Double> into) {
        into.clear();
        while (state.numbers().containsKey(name + SEPARATOR + into.size())) {
            into.add(state.number(name + SEPARATOR + into.size()));
        }
    }
}
