package io.regulus.train;

import io.regulus.data.Dataset;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The rows of a fit or of an evaluation, wherever they are; opened anew for every pass over them. */
interface RowSource {
    /** Number of rows of a pass, over all processes that share them; empty as long as nobody knows. */
    OptionalLong rows();

    /** What it is, for a run that goes on: rows of another kind come in another order. */
    Kind kind();

    /** What rows can be. */
    enum Kind {
        /** Rows in memory, in the order of the fit: {@link Fit#shuffle} and {@link Fit#seed}. */
        DATASET("dataset", true),
        /** Rows in the memory of several processes, in the order of the fit. */
        SHARED("dataset shared by a group of processes", true),
        /** Rows that say themselves in what order they come. */
        STREAM("stream", false);

        private final String text;
        private final boolean orderedByFit;

        Kind(String text, boolean orderedByFit) {
            this.text = text;
            this.orderedByFit = orderedByFit;
        }

        String text() {
            return text;
        }

        /** Whether their order is that of the fit. */
        boolean isOrderedByFit() {
            return orderedByFit;
        }
    }

    /** How many of the rows of a full batch are here. */
    default int rowsHere(int batchSize) {
        return batchSize;
    }

    /**
     * The batches of a pass.
     *
     * @param epoch what an order that changes from pass to pass depends on, besides the source itself
     * @param batchSize rows of a batch, over all processes that share it; the last one may have fewer
     * @param skipped batches to leave out at the start, as when a fit goes on within an epoch
     */
    Batches open(int epoch, int batchSize, long skipped);

    /** Hands over all rows, a part after the other, for something to be learned of them before the first pass. */
    void forEachPart(Consumer<Dataset> use);
}
