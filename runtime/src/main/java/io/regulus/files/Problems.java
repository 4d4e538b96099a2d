package io.regulus.files;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects what is wrong with the rows of a pass, so that one run shows more than the first of it. Problems of a kind are counted
 * together: a column that is wrong in every line hides no other.
 */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(RowReader.class);
    private static final int SHOWN = 10;

    private final BadRows policy;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private int count;
    private boolean refused;
    /** Rows that were skipped, the last of them included. */
    private int skipped;

    private Optional<BadRow> firstSkipped = Optional.empty();
    /** The row that was skipped last: more may be wrong with it, and it is told when that is known. */
    private Optional<BadRow> lastSkipped = Optional.empty();

    Problems(BadRows policy) {
        this.policy = policy;
    }

    /** Problems that have the same reason in the same column. */
    private static final class Kind {
        private final String cure;
        /** What is wrong, each said once, and where it is first. */
        private final Map<String, Shown> examples = new LinkedHashMap<>();

        private int count;

        Kind(String cure) {
            this.cure = cure;
        }

        /** The example, which says how many there are where it stands for more than itself. */
        Shown shown(Shown example) {
            boolean first =
                    example.order() == examples.values().iterator().next().order();
            return first && count > examples.size() ? example.with(" (" + count + " of this kind)") : example;
        }
    }

    /** A line of the message, the how manieth that was found. */
    private record Shown(int order, BadRow row) {
        Shown with(String more) {
            return new Shown(order, new BadRow(row.file(), row.place(), row.problem() + more));
        }
    }

    /**
     * One problem; those of one row are told one after the other.
     *
     * @param file where the row is
     * @param place of the row in the file, such as {@code line 3}; empty where the file is the row
     * @param kind the same for problems that are counted together
     * @param what the place in the row and the reason, such as {@code column 'age': 'x' is not a number}
     * @param cure what to do; the same one is shown once
     * @throws DataFileException if more rows are bad than may be skipped, listing problems
     */
    public void add(Path file, String place, String kind, String what, String cure) {
        Kind same = kinds.computeIfAbsent(kind, unused -> new Kind(cure));
        same.count++;
        if (same.examples.size() < SHOWN) {
            same.examples.putIfAbsent(what, new Shown(count, new BadRow(file, place, what)));
        }
        count++;
        if (policy.max() > 0) {
            skip(new BadRow(file, place, what));
        }
    }

    private void skip(BadRow row) {
        if (lastSkipped.isPresent() && lastSkipped.get().samePlace(row)) {
            lastSkipped = lastSkipped.map(last -> last.and(row.problem()));
            return;
        }
        tellLast();
        if (skipped == policy.max()) {
            throw refusal("more bad rows than " + policy + " allows; ");
        }
        skipped++;
        lastSkipped = Optional.of(row);
    }

    private void tellLast() {
        Optional<BadRow> told = lastSkipped;
        // before the telling, which may throw: no row is told twice
        lastSkipped = Optional.empty();
        firstSkipped = firstSkipped.or(() -> told);
        told.ifPresent(policy.skipped());
    }

    /** How many problems there are so far: a row is bad if there are more after it than before. */
    public int count() {
        return count;
    }

    /**
     * To be called at the end of a block.
     *
     * @throws DataFileException if there was a problem and bad rows are refused, listing up to ten
     */
    void endBlock() {
        tellLast();
        if (policy.max() == 0 && count > 0) {
            throw refusal("");
        }
    }

    /** What is said where all rows were skipped. */
    DataFileException nothingLeft() {
        return new DataFileException("all " + skipped + " rows were skipped as bad"
                + firstSkipped.map(row -> ", the first being " + row).orElse("")
                + ". Correct them, or what is asked of the file");
    }

    /** One line of the log, where rows were skipped beside so many good ones; a refusal says it by itself. */
    void log(long good) {
        if (!refused && firstSkipped.isPresent()) {
            LOG.warn("skipped {} of {} rows, the first: {}", skipped, good + skipped, firstSkipped.get());
        }
    }

    private DataFileException refusal(String reason) {
        refused = true;
        List<Shown> shown = shown();
        Set<Path> files = new LinkedHashSet<>();
        shown.forEach(one -> files.add(one.row().file()));
        boolean oneFile = files.size() == 1;
        StringBuilder message = new StringBuilder(oneFile ? files.iterator().next() + ": " : "").append(reason);
        message.append(count == 1 ? "1 problem" : count + " problems");
        message.append(count > shown.size() ? ", " + shown.size() + " of them listed:" : ":");
        for (Shown one : shown) {
            message.append("\n  ")
                    .append(oneFile ? inFile(one.row()) : one.row().toString());
        }
        cures().forEach(cure -> message.append('\n').append(cure));
        return new DataFileException(message.toString());
    }

    private static String inFile(BadRow row) {
        return row.place().isEmpty() ? row.problem() : row.place() + ", " + row.problem();
    }

    /** The first of each kind; where there is room for more, others that say something else. In the order of the file. */
    private List<Shown> shown() {
        Stream<Shown> firsts = kinds.values().stream()
                .flatMap(kind -> kind.examples.values().stream().limit(1).map(kind::shown));
        Stream<Shown> others = kinds.values().stream()
                .flatMap(kind -> kind.examples.values().stream().skip(1));
        return Stream.concat(firsts, others)
                .limit(SHOWN)
                .sorted(Comparator.comparingInt(Shown::order))
                .toList();
    }

    private Set<String> cures() {
        Set<String> cures = new LinkedHashSet<>();
        kinds.values().stream().limit(SHOWN).forEach(kind -> cures.add(kind.cure));
        return cures;
    }
}
