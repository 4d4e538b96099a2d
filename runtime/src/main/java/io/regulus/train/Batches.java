package io.regulus.train;

import java.util.Iterator;

/** The batches of one pass over rows, in their order, all of as many rows but the last. For one thread at a time; closed whether or not all were taken. */
interface Batches extends Iterator<BatchRows>, AutoCloseable {
    @Override
    void close();
}
