package io.regulus.train;

import java.util.Iterator;

/** The batches of one pass over rows, in their order. For one thread at a time; closed whether or not all were taken. */
interface Batches extends Iterator<BatchRows>, AutoCloseable {
    @Override
    void close();
}
