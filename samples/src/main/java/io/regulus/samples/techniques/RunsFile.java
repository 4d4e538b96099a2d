package io.regulus.samples.techniques;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code runs.csv}: a line per run, appended when the run ends, so that nothing is lost and a comparison goes on where it stopped.
 * {@code settings.txt} beside it says what the runs have in common.
 */
final class RunsFile {
    private static final String RUNS = "runs.csv";
    private static final String SETTINGS = "settings.txt";

    private final Path file;
    private final List<Run> runs;

    private RunsFile(Path file, List<Run> runs) {
        this.file = file;
        this.runs = runs;
    }

    /**
     * Opens that of a folder, or begins one.
     *
     * @throws IllegalArgumentException if the folder has runs of other settings
     */
    static RunsFile open(Path folder, Plan plan) {
        Path file = folder.resolve(RUNS);
        Path settings = folder.resolve(SETTINGS);
        try {
            if (Files.exists(file)) {
                String known =
                        Files.exists(settings) ? Files.readString(settings).strip() : "settings that are lost";
                if (!known.equals(plan.line())) {
                    throw new IllegalArgumentException("the runs in " + folder + " have other settings, " + known
                            + "; these are " + plan.line() + ": choose another folder with --out");
                }
                return new RunsFile(file, read(file));
            }
            Files.writeString(settings, plan.line() + "\n");
            Files.writeString(file, Run.HEADER + "\n");
            return new RunsFile(file, new ArrayList<>());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot use " + file.toAbsolutePath(), failure);
        }
    }

    /** A line that was being written when the program was killed has no end; its run is made once more. */
    private static List<Run> read(Path file) throws IOException {
        String text = Files.readString(file);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        if (whole.length() < text.length()) {
            Files.writeString(file, whole);
        }
        List<Run> runs = new ArrayList<>();
        whole.lines().skip(1).forEach(line -> runs.add(Run.parse(line)));
        return runs;
    }

    List<Run> runs() {
        return List.copyOf(runs);
    }

    boolean has(String technique, long seed) {
        return runs.stream().anyMatch(run -> run.technique().equals(technique) && run.seed() == seed);
    }

    void add(Run run) {
        try {
            Files.writeString(file, run.line() + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file.toAbsolutePath(), failure);
        }
        runs.add(run);
    }
}
