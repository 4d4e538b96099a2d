package io.regulus.samples.titles;

import io.regulus.data.Dataset;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Headlines with their classes: {@code title<TAB>class} a line, in a text file of UTF-8 that is packed by gzip.
 *
 * @param texts the headlines
 * @param classes of each its class, from 0
 */
record Titles(List<String> texts, List<Integer> classes) {
    /** Characters that are read of a headline; few have more. */
    static final int LENGTH = 32;

    /** Ids of the characters, padding and unknown included. */
    static final int VOCABULARY = 5000;

    /** Number of classes. */
    static final int CLASSES = 10;

    Titles {
        texts = List.copyOf(texts);
        classes = List.copyOf(classes);
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException naming file and line, if a line is no headline with a class
     * @throws UncheckedIOException if the file cannot be read
     */
    static Titles read(Path file) {
        List<String> texts = new ArrayList<>();
        List<Integer> classes = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.lastIndexOf('\t');
                texts.add(line.substring(0, Math.max(tab, 0)));
                classes.add(classOf(file, texts.size(), line.substring(tab + 1)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file + ": " + failure.getMessage(), failure);
        }
        return new Titles(texts, classes);
    }

    private static int classOf(Path file, int line, String text) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) >= CLASSES) {
            throw new IllegalArgumentException(file + ", line " + line + ": '" + text + "' is no class from 0 to "
                    + (CLASSES - 1) + "; a line is a title, a tab and its class");
        }
        return Integer.parseInt(text);
    }

    /** The first titles. */
    Titles take(int count) {
        int taken = Math.min(count, texts.size());
        return new Titles(texts.subList(0, taken), classes.subList(0, taken));
    }

    /** A row of {@link #LENGTH} ids for each title, cut or filled with zeros at its end. */
    Dataset encode(Characters characters) {
        int[][] rows = texts.stream().map(characters::encode).toArray(int[][]::new);
        return Dataset.ofInts(rows, classes.stream().mapToInt(Integer::intValue).toArray());
    }
}
