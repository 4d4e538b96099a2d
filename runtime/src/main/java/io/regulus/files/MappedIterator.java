package io.regulus.files;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The objects of a pass. Bad rows are refused, or told, block by block. */
final class MappedIterator<T> implements Iterator<T>, AutoCloseable {
    static final int BLOCK_ROWS = 1_024;

    private final MappedPass pass;
    private final MappedRows<T> rows;
    private final Problems problems;
    private final int blockRows;

    private Iterator<T> block = Collections.emptyIterator();
    private boolean atEnd;
    private long good;
    private boolean closed;

    /** Closes the pass when it is closed itself. */
    MappedIterator(MappedPass pass, MappedRows<T> rows, Problems problems, int blockRows) {
        this.pass = pass;
        this.rows = rows;
        this.problems = problems;
        this.blockRows = blockRows;
    }

    /**
     * Whether there is another object.
     *
     * @throws DataFileException if bad rows of the next block are refused, or all were skipped
     */
    @Override
    public boolean hasNext() {
        while (!block.hasNext() && !atEnd) {
            readBlock();
        }
        return block.hasNext();
    }

    private void readBlock() {
        while (!atEnd && rows.size() < blockRows) {
            atEnd = !pass.next();
        }
        problems.endBlock();
        good += rows.size();
        if (atEnd && good == 0) {
            throw problems.nothingLeft();
        }
        block = rows.take().iterator();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there are no more rows");
        }
        return block.next();
    }

    @Override
    public void close() {
        pass.close();
        if (!closed) {
            closed = true;
            problems.log(good);
        }
    }
}
