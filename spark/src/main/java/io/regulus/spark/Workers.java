package io.regulus.spark;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many processes train together.
 *
 * @param wanted by the parameter {@code workers}; 0 for one on each executor
 * @param batchSize rows of a step over all of them
 */
record Workers(int wanted, int batchSize) {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    Workers {
        if (wanted > batchSize) {
            throw new IllegalArgumentException("workers = " + wanted + ", and batchSize = " + batchSize
                    + ": each worker takes a share of every batch. Set a larger batchSize, or fewer workers");
        }
    }

    /**
     * Their number. Where none is wanted it is not more than each has a row for, and is told to the log.
     *
     * @param executors those that there are now
     * @param training rows to train on
     * @param validation rows to validate on; 0 where none are
     * @throws IllegalArgumentException if more are wanted than there are rows
     */
    int count(int executors, long training, long validation) {
        long rows = validation == 0 ? training : Math.min(training, validation);
        if (wanted > rows) {
            throw new IllegalArgumentException("workers = " + wanted + ", and there are " + rows + " rows to "
                    + (rows == training ? "train" : "validate")
                    + " on: each worker needs one. Set fewer workers, or give more rows");
        }
        if (wanted > 0) {
            return wanted;
        }
        int count = (int) Math.min(executors, Math.min(batchSize, rows));
        LOG.info(
                "workers = 0: {} train together, by {} executors, batchSize = {}, {} rows to train on and {} to validate on",
                count,
                executors,
                batchSize,
                training,
                validation);
        return count;
    }
}
