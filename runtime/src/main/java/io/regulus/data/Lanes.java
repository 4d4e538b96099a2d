package io.regulus.data;

/**
 * Which rows of all each of several processes has, and in which order they are trained on: so that neither the batches nor what
 * is made of them depends on the number of processes.
 *
 * <p>Rows are numbered from 0. Row i is in lane i mod batchSize, and a batch takes one row of each lane: in their order, or in one of its
 * own for each lane, epoch and seed. A process has neighbouring lanes, of all processes as many as evenly as they can be. So every process has the same
 * share of every batch, but of the last, smaller one, of which some may have no row.
 *
 * @param batchSize rows of a batch over all processes, at least as many as processes
 * @param processes at least 1
 */
public record Lanes(int batchSize, int processes) {
    public Lanes {
        if (processes < 1) {
            throw new IllegalArgumentException("processes = " + processes + ": must be at least 1");
        }
        if (batchSize < processes) {
            throw new IllegalArgumentException(
                    "batchSize = " + batchSize + ": must be at least the number of processes, " + processes
                            + ", each of which takes a share of every batch");
        }
    }

    /**
     * Those of so many rows: with fewer of them than a batch has, that many lanes.
     *
     * @param total rows of all processes
     * @throws IllegalArgumentException if there are fewer rows than processes
     */
    public static Lanes of(int batchSize, int processes, long total) {
        if (total < processes) {
            throw new IllegalArgumentException(
                    total + " rows are fewer than " + processes + " processes: train with fewer processes");
        }
        return new Lanes((int) Math.min(batchSize, total), processes);
    }

    /** The first lane of a process; {@code first(processes)} is the number of lanes. */
    public int first(int rank) {
        return (int) ((long) rank * batchSize / processes);
    }

    /** Number of lanes of a process. */
    public int count(int rank) {
        return first(rank + 1) - first(rank);
    }

    /** The process that has a row. */
    public int rank(long row) {
        long lane = row % batchSize;
        // the largest rank whose first lane is not behind this one
        return (int) (((lane + 1) * processes - 1) / batchSize);
    }

    /** How many of all rows a process has. */
    public long rows(int rank, long total) {
        long whole = total / batchSize;
        long rest = total % batchSize;
        return whole * count(rank) + Math.max(0, Math.min(rest, first(rank + 1)) - first(rank));
    }

    /** Steps of an epoch, the last, smaller batch counted. */
    public long steps(long total) {
        return (total + batchSize - 1) / batchSize;
    }
}
