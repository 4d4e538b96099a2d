package io.regulus.train;

import io.regulus.data.Dataset;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The rows of a fit or of an evaluation, wherever they are; opened anew for every pass over them. */
interface RowSource {
    /** Number of rows of a pass; empty as long as nobody knows. */
    OptionalLong rows();

    /** Whether their order is that of the fit: {@link Fit#shuffle} and {@link Fit#seed}. */
    boolean isOrderedByFit();

    /**
     * The batches of a pass.
     *
     * @param epoch what an order that changes from pass to pass depends on, besides the source itself
     * @param batchSize rows of a batch; the last one may have fewer
     * @param skipped batches to leave out at the start, as when a fit goes on within an epoch
     */
    Batches open(int epoch, int batchSize, long skipped);

    /** Hands over all rows, a part after the other, for something to be learned of them before the first pass. */
    void forEachPart(Consumer<Dataset> use);
}
