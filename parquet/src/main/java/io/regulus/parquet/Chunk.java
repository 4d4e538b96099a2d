package io.regulus.parquet;

import io.regulus.data.Names;
import io.regulus.files.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The rows that are read next, column by column. What is wrong with them is found in that order, and told row by row. */
final class Chunk {
    /** Few enough to stay in the cache, and to hold what is wrong with all of them. */
    private static final int MOST_ROWS = 4_096;

    private final ParquetTable table;
    private final int rows;
    private final TreeMap<Integer, List<Problem>> problems = new TreeMap<>();

    private record Problem(String column, String what, String cure) {}

    /** As many rows as there are, at most a few thousand. */
    Chunk(ParquetTable table) {
        this(table, Integer.MAX_VALUE);
    }

    /** As many rows as there are, at most so many. */
    Chunk(ParquetTable table, int most) {
        this.table = table;
        this.rows = Math.min(table.rowsLeft(), Math.min(most, MOST_ROWS));
    }

    int rows() {
        return rows;
    }

    /** Notes what is wrong with a row. */
    void problem(int row, String column, String what, String cure) {
        problems.computeIfAbsent(row, unused -> new ArrayList<>()).add(new Problem(column, what, cure));
    }

    boolean isGood(int row) {
        return problems.isEmpty() || !problems.containsKey(row);
    }

    boolean isAllGood() {
        return problems.isEmpty();
    }

    /** Tells of all that is wrong, in the order of the rows. */
    void tell(Problems all) {
        problems.forEach((row, found) -> found.forEach(one -> all.add(
                table.path(),
                table.place(row),
                one.column() + " " + one.cure(),
                "column '" + Names.shown(one.column()) + "': " + one.what(),
                one.cure())));
    }
}
