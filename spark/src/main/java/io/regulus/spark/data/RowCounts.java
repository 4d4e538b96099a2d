package io.regulus.spark.data;

import io.regulus.spark.data.EncodedRows.Use;
import java.io.Serializable;
import java.util.List;

/** How many rows a partition has, up to the first one that is flawed. No record, for the reason of {@link EncodedRows}. */
final class RowCounts implements Serializable {
    private static final long serialVersionUID = 1;

    private final long[] rows = new long[Use.values().length];
    private Use flawed;
    private String problem;

    void add(Use use, long more) {
        rows[use.place()] += more;
    }

    /** The row behind those counted so far cannot be used. */
    void flaw(Use use, String what) {
        flawed = use;
        problem = what;
    }

    /** By the place of the use. */
    long[] rows() {
        return rows;
    }

    /**
     * Refuses rows that cannot be used.
     *
     * @param partitions in their order
     * @throws IllegalArgumentException naming the first such row by its number among all, if there is one
     */
    static void requireFine(List<RowCounts> partitions) {
        long[] before = new long[Use.values().length];
        for (int partition = 0; partition < partitions.size(); partition++) {
            RowCounts counts = partitions.get(partition);
            if (counts.problem != null) {
                int use = counts.flawed.place();
                throw new IllegalArgumentException(
                        counts.flawed + " row " + (before[use] + counts.rows[use]) + " (number " + counts.rows[use]
                                + " of partition " + partition + ", counted from 0): " + counts.problem);
            }
            for (int use = 0; use < before.length; use++) {
                before[use] += counts.rows[use];
            }
        }
    }
}
