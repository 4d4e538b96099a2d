package io.regulus.files;

/**
 * What a reader does with rows that it cannot read: {@link #REFUSE}, or {@link #skip}.
 *
 * @param max how many rows may be skipped; 0 refuses the first
 */
public record BadRows(int max) {
    /** One bad row refuses the file; up to ten problems are listed. */
    public static final BadRows REFUSE = new BadRows(0);

    /** A policy; {@link #REFUSE} and {@link #skip} say it in words. */
    public BadRows {
        if (max < 0) {
            throw new IllegalArgumentException("BadRows(" + max + "): must be at least 0");
        }
    }

    /**
     * Leaves bad rows out and keeps count of them: {@link RowReader#skipped} has them after loading, and one line of the log says so.
     *
     * @param max the most that may be bad, at least 1; one more refuses the file, since then something else is wrong with it
     * @throws IllegalArgumentException if less than 1
     */
    public static BadRows skip(int max) {
        if (max < 1) {
            throw new IllegalArgumentException(
                    "BadRows.skip(" + max + "): must be at least 1; BadRows.REFUSE skips none");
        }
        return new BadRows(max);
    }

    @Override
    public String toString() {
        return max == 0 ? "BadRows.REFUSE" : "BadRows.skip(" + max + ")";
    }
}
