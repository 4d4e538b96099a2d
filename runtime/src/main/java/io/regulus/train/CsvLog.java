package io.regulus.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes a line for each epoch to a file of comma-separated values: {@code epoch,steps,seconds,learning_rate,loss,penalty}, the metrics by
 * name, and the same of the validation data with {@code val_} before the names. Numbers have all their digits.
 *
 * <p>A fit that begins with its first epoch writes the file anew, as Keras's {@code CSVLogger} does. One that goes on, from a
 * checkpoint or by {@link Fit#initialEpoch}, keeps the lines of the epochs before and adds to them: no epoch stands there twice, and
 * none is missing that the history has.
 *
 * <pre>{@code
 * Fit.epochs(20).callback(new CsvLog(Path.of("epochs.csv")))
 * }</pre>
 */
public final class CsvLog implements Callback {
    private static final String SEPARATOR = ",";
    private static final String VALIDATION = "val_";

    private final Path file;
    private List<String> metrics = List.of();
    private boolean validated;

    /**
     * To a file.
     *
     * @param file made when a fit starts, in a folder that is there
     */
    public CsvLog(Path file) {
        this.file = file;
    }

    /**
     * Writes the header and the epochs before.
     *
     * @throws UncheckedIOException if the file cannot be read or written
     * @throws IllegalArgumentException if it is to be added to, and has other columns
     */
    @Override
    public void onFitStart(TrainingRun run) {
        Set<String> monitored = run.monitored();
        metrics = metrics(monitored);
        validated = monitored.contains(VALIDATION + "loss");
        List<EpochResult> before = run.history().epochs();
        List<String> lines = new ArrayList<>(List.of(header()));
        try {
            lines.addAll(kept(before.isEmpty() ? run.epoch() : before.get(0).epoch()));
            before.forEach(epoch -> lines.add(line(epoch)));
            Path whole = file.resolveSibling(file.getFileName() + ".tmp");
            Files.write(whole, lines);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    @Override
    public void onEpochEnd(TrainingRun run, EpochResult epoch) {
        try {
            Files.writeString(file, line(epoch) + System.lineSeparator(), StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** Of the training data, without the loss, which has its own place. */
    private static List<String> metrics(Set<String> monitored) {
        Set<String> names = new TreeSet<>(monitored);
        names.remove("loss");
        monitored.forEach(name -> names.remove(VALIDATION + name));
        return List.copyOf(names);
    }

    private String header() {
        List<String> columns =
                new ArrayList<>(List.of("epoch", "steps", "seconds", "learning_rate", "loss", "penalty"));
        columns.addAll(metrics);
        if (validated) {
            columns.addAll(List.of(VALIDATION + "loss", VALIDATION + "penalty"));
            metrics.forEach(name -> columns.add(VALIDATION + name));
        }
        return String.join(SEPARATOR, columns);
    }

    /** The lines of epochs before the first to come that are whole in the file; they end with a line's end. */
    private List<String> kept(int first) throws IOException {
        if (first == 1 || !Files.exists(file)) {
            return List.of();
        }
        String text = Files.readString(file);
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        if (!lines.get(0).equals(header())) {
            throw new IllegalArgumentException("the log " + file + " has the columns " + lines.get(0)
                    + ", this fit has " + header() + ": give it a file of its own");
        }
        return lines.stream().skip(1).filter(line -> epoch(line) < first).toList();
    }

    private int epoch(String line) {
        String number = line.substring(0, line.indexOf(SEPARATOR) < 0 ? line.length() : line.indexOf(SEPARATOR));
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException(
                    "the log " + file + " has the line '" + line
                            + "', which is not that of an epoch: give the fit a file of its own",
                    none);
        }
    }

    private String line(EpochResult epoch) {
        List<String> fields = new ArrayList<>();
        fields.add(Integer.toString(epoch.epoch()));
        fields.add(Integer.toString(epoch.steps()));
        fields.add(Double.toString(epoch.seconds()));
        fields.add(Double.toString(epoch.learningRate()));
        add(fields, epoch.training());
        Optional<Evaluation> validation = epoch.validation();
        validation.ifPresent(evaluation -> add(fields, evaluation));
        return String.join(SEPARATOR, fields);
    }

    private void add(List<String> fields, Evaluation data) {
        fields.add(Double.toString(data.loss()));
        fields.add(Double.toString(data.penalty()));
        metrics.forEach(name -> fields.add(Double.toString(data.metric(name))));
    }

    private UncheckedIOException failed(IOException failure) {
        return new UncheckedIOException(
                "cannot write the log " + file + ": " + failure + "; give a file in a folder that is there", failure);
    }
}
