package io.regulus.tfrecord;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.Summary;

/** An event file, which TensorBoard reads: numbers, histograms and graphs, each at a step. */
public final class EventFile implements AutoCloseable {
    private static final String PREFIX = "events.out.tfevents.";
    /** What a reader knows the format by. */
    private static final String VERSION = "brain.Event:2";

    private final Path path;
    private final OutputStream out;
    private final Clock clock;

    private EventFile(Path path, OutputStream out, Clock clock) {
        this.path = path;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Begins a file beside those that are there, which a reader takes together.
     *
     * @param folder made where it is not there
     * @throws UncheckedIOException if it cannot be written
     */
    public static EventFile createIn(Path folder) {
        return createIn(folder, Clock.systemUTC());
    }

    static EventFile createIn(Path folder, Clock clock) {
        try {
            Files.createDirectories(folder);
            long started = clock.instant().getEpochSecond();
            Path path = null;
            // two of one second, as of a run that failed at once and is begun again
            for (int number = 0; path == null || Files.exists(path); number++) {
                path = folder.resolve(PREFIX + started + ".regulus." + number);
            }
            EventFile file = new EventFile(
                    path, new BufferedOutputStream(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)), clock);
            file.add(Event.newBuilder().setFileVersion(VERSION));
            return file;
        } catch (IOException failure) {
            throw unwritable(folder, failure);
        }
    }

    /** Whether a folder holds event files. */
    public static boolean areIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith(PREFIX));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + folder + ": " + failure.getMessage(), failure);
        }
    }

    /** Adds a number. */
    public void scalar(long step, String tag, double value) {
        add(step, Summary.Value.newBuilder().setTag(tag).setSimpleValue((float) value));
    }

    /** Adds how values are spread; what is not finite is left out. */
    public void histogram(long step, String tag, float[] values) {
        add(step, Summary.Value.newBuilder().setTag(tag).setHisto(Histogram.of(values)));
    }

    /** Adds the graph of a network. */
    public void graph(GraphDef graph) {
        add(Event.newBuilder().setGraphDef(graph.toByteString()));
    }

    private void add(long step, Summary.Value.Builder value) {
        add(Event.newBuilder().setStep(step).setSummary(Summary.newBuilder().addValue(value)));
    }

    private void add(Event.Builder event) {
        Instant now = clock.instant();
        byte[] record = event.setWallTime(now.getEpochSecond() + now.getNano() / 1e9)
                .build()
                .toByteArray();
        try {
            Frame.write(out, record);
        } catch (IOException failure) {
            throw unwritable(path, failure);
        }
    }

    /**
     * Hands what was added to the operating system, for readers that watch.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void flush() {
        try {
            out.flush();
        } catch (IOException failure) {
            throw unwritable(path, failure);
        }
    }

    private static UncheckedIOException unwritable(Path path, IOException failure) {
        return new UncheckedIOException(
                "cannot write events to " + path + ": " + failure + "; give a folder that can be written", failure);
    }

    /**
     * Ends the file.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException failure) {
            throw unwritable(path, failure);
        }
    }
}
