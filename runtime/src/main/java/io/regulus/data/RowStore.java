package io.regulus.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of one layout that can be overwritten, as many as come. They are kept in pieces, so that growing copies nothing and a
 * large buffer for few rows costs little.
 */
final class RowStore {
    /** Rows that are read at a time where nobody says how many. */
    static final int READ_ROWS = 1_024;

    /** Values of a piece, about: a quarter of a megabyte of floats. */
    private static final int PIECE_VALUES = 1 << 16;

    private final int capacity;
    private final List<Dataset> pieces = new ArrayList<>();
    /** A row of the layout; null before the first one came. */
    private Dataset like;

    private String layout;
    private int pieceRows;
    private int size;

    /**
     * For rows to come.
     *
     * @param capacity how many there are at most
     */
    RowStore(int capacity) {
        this.capacity = capacity;
    }

    int size() {
        return size;
    }

    /**
     * Takes in rows.
     *
     * @throws IllegalArgumentException if they have another layout than those before
     */
    void add(Dataset rows) {
        accept(rows);
        for (int row = 0; row < rows.size(); row++) {
            if (size == pieces.size() * (long) pieceRows) {
                pieces.add(like.blank(pieceRows));
            }
            rows.copyRow(row, piece(size), size % pieceRows);
            size++;
        }
    }

    /** Does nothing where rows fit among those that there are. */
    void accept(Dataset rows) {
        String other = rows.layout();
        if (like == null) {
            like = rows.blank(1);
            layout = other;
            pieceRows = Math.max(1, Math.min(capacity, PIECE_VALUES / rows.rowLength()));
        } else if (!layout.equals(other)) {
            throw new IllegalArgumentException("the rows of a stream must be alike, but some have " + layout
                    + ", and later ones " + other + ": one stream is of one table");
        }
    }

    /** Rows of the layout, to be filled in. */
    Dataset blank(int rows) {
        return like.blank(rows);
    }

    /** Copies a row over one of others. */
    void copy(int row, Dataset into, int at) {
        piece(row).copyRow(row % pieceRows, into, at);
    }

    /** Overwrites a row by one of accepted ones. */
    void replace(int row, Dataset by, int at) {
        by.copyRow(at, piece(row), row % pieceRows);
    }

    /** Takes a row out; the last one takes its place. */
    void remove(int row) {
        size--;
        copy(size, piece(row), row % pieceRows);
    }

    /** All rows. */
    Dataset toDataset() {
        if (size == 0) {
            throw new IllegalStateException("the stream has no rows: a dataset needs at least one");
        }
        Dataset all = blank(size);
        for (int row = 0; row < size; row++) {
            copy(row, all, row);
        }
        return all;
    }

    private Dataset piece(int row) {
        return pieces.get(row / pieceRows);
    }
}
