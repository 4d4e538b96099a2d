package io.regulus.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with the lines of a CSV file, so that one run shows more than the first of them. */
final class CsvProblems {
    private static final int SHOWN = 10;

    private final Path path;
    private final List<String> lines = new ArrayList<>();
    private final Set<String> cures = new LinkedHashSet<>();
    private int count;

    CsvProblems(Path path) {
        this.path = path;
    }

    /**
     * One problem.
     *
     * @param line counted from 1
     * @param what place in the line and reason
     * @param cure what to do; the same one is shown once
     */
    void add(long line, String what, String cure) {
        count++;
        if (lines.size() < SHOWN) {
            lines.add("  line " + line + ", " + what);
            cures.add(cure);
        }
    }

    /** Throws if there was any. */
    void throwIfAny() {
        if (count == 0) {
            return;
        }
        String head = count == 1
                ? "1 problem:"
                : count + " problems" + (count > SHOWN ? ", the first " + SHOWN + " of them:" : ":");
        throw new DataFileException(
                path + ": " + head + "\n" + String.join("\n", lines) + "\n" + String.join("\n", cures));
    }
}
