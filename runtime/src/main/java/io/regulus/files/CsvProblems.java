package io.regulus.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects what is wrong with the lines of a CSV file, so that one run shows more than the first of them. Problems of a
 * kind are counted together: a column that is wrong in every line hides no other.
 */
final class CsvProblems {
    private static final int SHOWN = 10;

    private final Path path;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private int count;

    CsvProblems(Path path) {
        this.path = path;
    }

    /** Problems that have the same reason in the same column. */
    private static final class Kind {
        private final String cure;
        /** What is wrong, each said once, and the first line where it is. */
        private final Map<String, Long> examples = new LinkedHashMap<>();

        private int count;

        Kind(String cure) {
            this.cure = cure;
        }
    }

    /** A line of the message. */
    private record Shown(long line, String text) {}

    /**
     * One problem.
     *
     * @param line counted from 1
     * @param kind the same for problems that are counted together
     * @param what place in the line and reason
     * @param cure what to do; the same one is shown once
     */
    void add(long line, String kind, String what, String cure) {
        count++;
        Kind same = kinds.computeIfAbsent(kind, unused -> new Kind(cure));
        same.count++;
        if (same.examples.size() < SHOWN) {
            same.examples.putIfAbsent(what, line);
        }
    }

    /** Throws if there was any. */
    void throwIfAny() {
        if (count == 0) {
            return;
        }
        Collection<Shown> shown = shown();
        String head =
                count == 1 ? "1 problem:" : count + " problems" + (count > shown.size() ? ", " + listed(shown) : ":");
        StringBuilder message = new StringBuilder(path + ": " + head);
        shown.forEach(one ->
                message.append("\n  line ").append(one.line()).append(", ").append(one.text()));
        cures().forEach(cure -> message.append('\n').append(cure));
        throw new DataFileException(message.toString());
    }

    private static String listed(Collection<Shown> shown) {
        return shown.size() + " of them listed:";
    }

    /** The first of each kind; where there is room for more, others that say something else. By line. */
    private List<Shown> shown() {
        List<Shown> firsts = new ArrayList<>();
        List<Shown> others = new ArrayList<>();
        for (Kind kind : kinds.values()) {
            boolean first = true;
            for (Map.Entry<String, Long> example : kind.examples.entrySet()) {
                String more =
                        first && kind.count > kind.examples.size() ? " (" + kind.count + " lines of this kind)" : "";
                (first ? firsts : others).add(new Shown(example.getValue(), example.getKey() + more));
                first = false;
            }
        }
        firsts.addAll(others);
        return firsts.stream()
                .limit(SHOWN)
                .sorted(Comparator.comparingLong(Shown::line))
                .toList();
    }

    private Set<String> cures() {
        Set<String> cures = new LinkedHashSet<>();
        kinds.values().stream().limit(SHOWN).forEach(kind -> cures.add(kind.cure));
        return cures;
    }
}
