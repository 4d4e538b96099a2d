package io.regulus.files;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a reader does with rows that it cannot read: {@link #REFUSE}, or {@link #skip}.
 *
 * @param max how many rows may be skipped in a pass; 0 refuses the first
 * @param skipped is told of each row that is skipped
 */
public record BadRows(int max, Consumer<? super BadRow> skipped) {
    /** One bad row refuses the file; up to ten problems are listed. */
    public static final BadRows REFUSE = new BadRows(0, unused -> {});

    /** A policy; {@link #REFUSE} and {@link #skip} say it in words. */
    public BadRows {
        if (max < 0) {
            throw new IllegalArgumentException("BadRows(" + max + "): must be at least 0");
        }
        Objects.requireNonNull(skipped, "skipped");
    }

    /**
     * Leaves bad rows out; one line of the log says how many they were.
     *
     * @param max the most that may be bad, at least 1; one more refuses the file, since then something else is wrong with it
     * @throws IllegalArgumentException if less than 1
     */
    public static BadRows skip(int max) {
        return skip(max, unused -> {});
    }

    /**
     * Leaves bad rows out and tells of each: {@code BadRows.skip(300, bad::add)} with a list, {@code BadRows.skip(300, log::println)}.
     *
     * @param max as for {@link #skip(int)}
     * @param each gets the rows that are skipped, in the order of the file, by the thread that reads: of a stream, one that reads
     *     ahead, and in every pass anew; what it throws ends the reading
     * @throws IllegalArgumentException if {@code max} is less than 1
     */
    public static BadRows skip(int max, Consumer<? super BadRow> each) {
        if (max < 1) {
            throw new IllegalArgumentException(
                    "BadRows.skip(" + max + "): must be at least 1; BadRows.REFUSE skips none");
        }
        return new BadRows(max, each);
    }

    @Override
    public String toString() {
        return max == 0 ? "BadRows.REFUSE" : "BadRows.skip(" + max + ")";
    }
}
