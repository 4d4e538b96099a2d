package io.regulus.train;

import io.regulus.data.Dataset;
import io.regulus.engine.BatchBuffer;
import java.util.Optional;

/** Which rows a batch has: {@code count} of them, from a position of an order on. */
final class BatchRows {
    private final Dataset data;
    private final int[] order;
    private final int from;
    private final int count;
    private final Optional<Place> place;

    /**
     * Where the rows stand in a batch that several processes share.
     *
     * @param first number of the first one in the batch
     * @param total rows of the batch
     * @param present whether they are of the batch, and not there in the place of none
     */
    record Place(int first, int total, boolean present) {}

    BatchRows(Dataset data, int[] order, int from, int count) {
        this(data, order, from, count, Optional.empty());
    }

    private BatchRows(Dataset data, int[] order, int from, int count, Optional<Place> place) {
        this.data = data;
        this.order = order;
        this.from = from;
        this.count = count;
        this.place = place;
    }

    /** The same rows, of a batch that several processes share. */
    BatchRows at(Place where) {
        return new BatchRows(data, order, from, count, Optional.of(where));
    }

    /** Where the rows are. */
    Dataset data() {
        return data;
    }

    int count() {
        return count;
    }

    /** Fills a buffer of as many rows. */
    void load(BatchBuffer buffer) {
        buffer.load(data, order, from);
        place.ifPresent(at -> buffer.place(at.first(), at.total(), at.present()));
    }
}
