package io.regulus.metrics;

import java.util.Map;

/**
 * Metrics over rows that arrive in batches: what comes out depends on the rows alone, never on the size of the
 * batches, apart from the last bits of sums. Arrays passed to {@code add} are read and not kept, so that a training
 * loop can reuse them. Not thread-safe.
 */
public sealed interface MetricAccumulator permits LabelMetrics, ValueMetrics {
    /**
     * The metrics of the rows added since the last {@link #reset}, by name, in the order of display; NaN for no rows.
     */
    Map<String, Double> result();

    /** Forgets all rows. */
    void reset();

    /** What was added up so far, doubles by their bits: given to {@link #restore}, what follows is as if rows had never paused. */
    long[] state();

    /**
     * Takes what another accumulator of the same kind and size had added up, in the place of any rows so far.
     *
     * @throws IllegalArgumentException if it is not the state of such a one
     */
    void restore(long... state);

    /**
     * Adds what another accumulator of the same kind and size had added up, as if its rows had been added here: of rows that others have seen.
     *
     * @throws IllegalArgumentException if it is not the state of such a one
     */
    void merge(long... state);
}
