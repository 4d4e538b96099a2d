package io.regulus.benchmarks.pieces;

import io.regulus.data.Dataset;
import io.regulus.files.CsvFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reading a CSV file of ten thousand rows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CsvBenchmark {
    private static final int ROWS = 10_000;
    private static final int FEATURES = 20;
    private static final int CLASSES = 3;

    private Path file;

    /** Writes the file. */
    @Setup
    public void setUp() throws IOException {
        file = Files.createTempFile("regulus-pieces", ".csv");
        float[][] rows = Numbers.rows(ROWS, FEATURES);
        int[] labels = Numbers.labels(ROWS, CLASSES);
        try (PrintWriter text = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            text.println(header());
            for (int row = 0; row < ROWS; row++) {
                text.println(line(rows[row], labels[row]));
            }
        }
    }

    private static String header() {
        StringJoiner names = new StringJoiner(",");
        for (int i = 0; i < FEATURES; i++) {
            names.add("feature" + i);
        }
        return names.add("label").toString();
    }

    private static String line(float[] values, int label) {
        StringJoiner cells = new StringJoiner(",");
        for (float value : values) {
            cells.add(String.format(Locale.ROOT, "%.4f", value));
        }
        return cells.add("class" + label).toString();
    }

    /** Deletes it. */
    @TearDown
    public void tearDown() throws IOException {
        Files.delete(file);
    }

    /** With the classes as they come. */
    @Benchmark
    public Dataset read() {
        return CsvFiles.read(file).classLabel("label").load();
    }
}
