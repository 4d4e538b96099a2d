package io.regulus.rows;

import com.google.gson.JsonObject;
import io.regulus.json.CheckedJson;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Learns of a column what its encoding needs.
 *
 * @param <S> what it keeps
 * @param <E> what it learns
 */
final class ColumnLearner<R, S extends ColumnSummary<S>, E> {
    private final String name;
    private final S summary;
    private final Summarizing<R, S> summarizing;
    private final BiFunction<S, Long, E> encoding;

    /** What rows teach of a column. */
    interface Summarizing<R, S> {
        /**
         * The summary of these rows alone.
         *
         * @param first the number of the first of them, for messages
         */
        S of(List<R> rows, long first);
    }

    /**
     * Has learned nothing yet.
     *
     * @param empty the summary of no rows
     * @param encoding makes the encoding of a summary, and of how many rows that is
     */
    ColumnLearner(String name, S empty, Summarizing<R, S> summarizing, BiFunction<S, Long, E> encoding) {
        this.name = name;
        this.summary = empty;
        this.summarizing = summarizing;
        this.encoding = encoding;
    }

    /** The component's name. */
    String name() {
        return name;
    }

    /**
     * Looks at rows. What it returns then adds them: until that is run nothing has changed, for another column may refuse one of them.
     *
     * @throws IllegalArgumentException naming row, component and cure, if nothing can be learned of one
     */
    Runnable adding(List<R> rows, long first) {
        S more = summarizing.of(rows, first);
        return () -> summary.merge(more);
    }

    /** Adds what another learner of the same column has learned. */
    @SuppressWarnings("unchecked") // the same column has the same kind of summary
    void merge(ColumnLearner<R, ?, ?> other) {
        summary.merge((S) other.summary);
    }

    void merge(CheckedJson saved) {
        summary.merge(saved);
    }

    JsonObject toJson() {
        return summary.toJson();
    }

    /**
     * With what the rows have taught.
     *
     * @param rows how many they were, for messages
     * @throws IllegalArgumentException if that is not enough
     */
    E encoding(long rows) {
        return encoding.apply(summary, rows);
    }
}
