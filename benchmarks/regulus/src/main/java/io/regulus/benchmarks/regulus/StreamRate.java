package io.regulus.benchmarks.regulus;

import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.files.CsvFiles;
import io.regulus.files.IdxArray;
import io.regulus.files.IdxFiles;
import io.regulus.train.Fit;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How much slower W3 trains on files that are streamed than on the same rows in memory: epochs of both take turns in one
 * process, so that a busy machine slows both. Argument: the number of turns, 8 by default.
 */
public final class StreamRate {
    private static final int ROWS = 8_192;
    private static final int PIXELS = 28 * 28;
    private static final int BATCH = 64;
    private static final int BUFFER = 2_048;
    private static final String[] CLASSES =
            IntStream.range(0, 10).mapToObj(String::valueOf).toArray(String[]::new);

    private final Path folder;
    private final byte[] pixels = new byte[ROWS * PIXELS];
    private final byte[] labels = new byte[ROWS];

    private StreamRate(Path folder) {
        this.folder = folder;
        Random random = new Random(1);
        random.nextBytes(pixels);
        for (int row = 0; row < ROWS; row++) {
            labels[row] = (byte) random.nextInt(CLASSES.length);
        }
    }

    /** Prints a line for each kind of file. */
    public static void main(String[] args) throws IOException {
        int turns = args.length == 0 ? 8 : Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("regulus-streams");
        StreamRate rate = new StreamRate(folder);
        try (CnnModel model = CnnModel.create()) {
            rate.idx(model, turns);
            rate.csv(model, turns);
        } finally {
            for (String name : new String[] {"images", "labels", "rows.csv"}) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private void idx(CnnModel model, int turns) {
        Path images = folder.resolve("images");
        Path classes = folder.resolve("labels");
        IdxFiles.write(images, new IdxArray(new int[] {ROWS, 28, 28}, pixels));
        IdxFiles.write(classes, new IdxArray(new int[] {ROWS}, labels));
        compare("IDX", model, turns, IdxFiles.read(images, classes), IdxFiles.of(images, classes).stream());
    }

    private void csv(CnnModel model, int turns) throws IOException {
        Path rows = folder.resolve("rows.csv");
        try (PrintWriter text = new PrintWriter(Files.newBufferedWriter(rows, StandardCharsets.UTF_8))) {
            for (int row = 0; row < ROWS; row++) {
                StringBuilder line = new StringBuilder().append(labels[row]);
                for (int i = 0; i < PIXELS; i++) {
                    line.append(',').append((pixels[row * PIXELS + i] & 0xFF) / 256.0);
                }
                text.println(line);
            }
        }
        CsvFiles file = CsvFiles.read(rows).noHeader().classLabel("c1").classes(CLASSES);
        compare("CSV", model, turns, file.load(), file.stream());
    }

    private static void compare(String kind, CnnModel model, int turns, Dataset data, DataStream stream) {
        Fit fit = Fit.epochs(1).batchSize(BATCH).verbose(false);
        Consumer<Integer> inMemory = turn -> model.fit(data, fit.seed(turn));
        Consumer<Integer> streamed = turn -> model.fit(stream.shuffle(BUFFER, turn), fit);
        inMemory.accept(0);
        streamed.accept(0);
        double[] memory = new double[turns];
        double[] file = new double[turns];
        for (int turn = 0; turn < turns; turn++) {
            if (turn % 2 == 0) {
                memory[turn] = rate(inMemory, turn);
                file[turn] = rate(streamed, turn);
            } else {
                file[turn] = rate(streamed, turn);
                memory[turn] = rate(inMemory, turn);
            }
        }
        double[] ratios = IntStream.range(0, turns)
                .mapToDouble(turn -> file[turn] / memory[turn])
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f steps a second in memory, %.1f streamed; ratio %.3f (%.3f to %.3f)%n",
                kind,
                median(memory),
                median(file),
                median(ratios),
                Arrays.stream(ratios).min().orElseThrow(),
                Arrays.stream(ratios).max().orElseThrow());
    }

    /** Steps per second of an epoch. */
    private static double rate(Consumer<Integer> epoch, int turn) {
        long start = System.nanoTime();
        epoch.accept(turn);
        return ROWS / BATCH / ((System.nanoTime() - start) / 1e9);
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
