package io.regulus.data;

/**
 * Which rows of a stored array a dataset has, and in what order: either a range or a list of row numbers. Subsets of a
 * dataset are selections of the same array, so that splitting a large dataset costs four bytes a row and not a copy.
 */
final class Selection {
    private final int first;
    private final int size;
    /** Null for a range. */
    private final int[] rows;

    private Selection(int first, int size, int[] rows) {
        this.first = first;
        this.size = size;
        this.rows = rows;
    }

    static Selection all(int size) {
        return new Selection(0, size, null);
    }

    int size() {
        return size;
    }

    /** The stored row behind row i. */
    int row(int i) {
        if (i < 0 || i >= size) {
            throw new IndexOutOfBoundsException("row " + i + ": rows are 0 to " + (size - 1));
        }
        return rows == null ? first + i : rows[first + i];
    }

    /** Rows from..to-1 of this selection; the caller has checked them. */
    Selection range(int from, int to) {
        return new Selection(first + from, to - from, rows);
    }

    /** The given rows of this selection; the caller has checked them. */
    Selection pick(int[] indices) {
        int[] stored = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            stored[i] = row(indices[i]);
        }
        return new Selection(0, stored.length, stored);
    }
}
