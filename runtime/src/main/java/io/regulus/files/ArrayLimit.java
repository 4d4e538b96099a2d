package io.regulus.files;

/** What one array holds, and with it one dataset: for readers of formats, which ask before they need more. */
public final class ArrayLimit {
    /** The longest array that there is on all machines. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    private ArrayLimit() {}

    /**
     * Refuses rows that do not fit into one dataset.
     *
     * @param from where they are from, such as a file
     * @param rows how many there are, at least
     * @param width values of each, at most about 2^31
     * @throws DataFileException naming both, with the cure
     */
    public static void require(Object from, long rows, long width) {
        if (rows > MOST / Math.max(1, width)) {
            throw new DataFileException(from + ": " + rows + " rows of " + width
                    + " values do not fit into one dataset, which holds 2^31 - 9 values at most: read them in blocks, by"
                    + " stream() or open()");
        }
    }

    /** A length for so many values, at most {@code 2^31 - 9}, with room for half as many more. */
    public static int withRoom(long values) {
        return (int) Math.min(values + values / 2, MOST);
    }
}
