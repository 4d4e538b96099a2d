package io.regulus.train;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line for each epoch to a file of comma-separated values: {@code epoch,steps,seconds,learning_rate,loss,penalty}, the metrics by
 * name, and the same of the validation data with {@code val_} before the names. Numbers have all their digits.
 *
 * <p>A fit that begins with its first epoch writes the file anew, as Keras's {@code CSVLogger} does; the log says so where that replaces
 * epochs of another run. One that goes on, from a checkpoint or by {@link Fit#initialEpoch}, keeps the lines of the epochs before and adds
 * to them: no epoch stands there twice, and none is missing that the history has. A file that is no log, or that of another run than
 * the one that goes on, is never written over.
 *
 * <pre>{@code
 * Fit.epochs(20).callback(new CsvLog(Path.of("epochs.csv")))
 * }</pre>
 */
public final class CsvLog implements Callback {
    private static final Logger LOG = LoggerFactory.getLogger(CsvLog.class);
    private static final String SEPARATOR = ",";
    private static final List<String> FIRST = List.of("epoch", "steps", "seconds", "learning_rate", "loss", "penalty");
    /** The column that differs from run to run. */
    private static final int SECONDS = 2;

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
     * @throws IllegalArgumentException if it is no log, or, where the fit goes on, one of other columns or of another run; it is as it
     *     was then
     */
    @Override
    public void onFitStart(TrainingRun run) {
        Set<String> monitored = run.monitored();
        metrics = metrics(monitored);
        validated = monitored.contains(VALIDATION + "loss");
        List<String> lines = new ArrayList<>(List.of(header()));
        try {
            lines.addAll(before(run, present()));
            write(lines);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** Beside the file first: what is there stays until the new one is whole. */
    private void write(List<String> lines) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.write(whole, lines);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
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
        List<String> columns = new ArrayList<>(FIRST);
        columns.addAll(metrics);
        if (validated) {
            columns.addAll(List.of(VALIDATION + "loss", VALIDATION + "penalty"));
            metrics.forEach(name -> columns.add(VALIDATION + name));
        }
        return String.join(SEPARATOR, columns);
    }

    /**
     * The whole lines of the file, which end with a line's end: none where it is not there, or empty.
     *
     * @throws IllegalArgumentException if it is no log
     */
    private List<String> present() throws IOException {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("the log " + file + " is a folder: give the fit a file");
        }
        if (!Files.exists(file) || Files.size(file) == 0) {
            return List.of();
        }
        byte[] first = String.join(SEPARATOR, FIRST).getBytes(StandardCharsets.UTF_8);
        try (InputStream start = Files.newInputStream(file)) {
            if (!Arrays.equals(start.readNBytes(first.length), first)) {
                throw new IllegalArgumentException(
                        "the file " + file
                                + " is no log of epochs, which would be lost: give the fit a file of its own, or delete this one");
            }
        }
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /** The lines of the epochs before the first to come: those of the history, and those of the file from before it. */
    private List<String> before(TrainingRun run, List<String> present) {
        List<EpochResult> history = run.history().epochs();
        List<String> known = history.stream().map(this::line).toList();
        int first = history.isEmpty() ? run.epoch() : history.get(0).epoch();
        boolean anew = first == 1 && history.isEmpty();
        if (anew && present.size() > 1) {
            LOG.warn(
                    "{} held {} epochs of another run; this one begins with its first epoch and writes the file anew",
                    file,
                    present.size() - 1);
        }
        if (!anew && !present.isEmpty()) {
            requireOfThisRun(present, known);
        }
        List<String> lines = new ArrayList<>();
        if (first > 1) {
            present.stream().skip(1).filter(line -> epoch(line) < first).forEach(lines::add);
        }
        lines.addAll(known);
        return lines;
    }

    /** A run that goes on has the numbers that it had, but for the time it took. */
    private void requireOfThisRun(List<String> present, List<String> known) {
        if (!present.get(0).equals(header())) {
            throw new IllegalArgumentException("the log " + file + " has the columns " + present.get(0)
                    + ", this fit has " + header() + ": give it a file of its own");
        }
        Map<Integer, String> byEpoch = new HashMap<>();
        known.forEach(line -> byEpoch.put(epoch(line), line));
        present.stream().skip(1).forEach(line -> {
            String expected = byEpoch.getOrDefault(epoch(line), line);
            if (!timeless(line).equals(timeless(expected))) {
                throw new IllegalArgumentException("the log " + file + " has the line " + line + ", and this run had "
                        + expected + ": it is that of another run; give the fit a file of its own, or delete this one");
            }
        });
    }

    private static List<String> timeless(String line) {
        List<String> fields = new ArrayList<>(List.of(line.split(SEPARATOR, -1)));
        if (fields.size() > SECONDS) {
            fields.remove(SECONDS);
        }
        return fields;
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
