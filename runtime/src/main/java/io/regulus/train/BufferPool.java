package io.regulus.train;

import io.regulus.data.Dataset;
import io.regulus.engine.BatchBuffer;
import io.regulus.engine.Engine;
import io.regulus.engine.InputPort;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Buffers kept between predictions: making one, and the run that is fed from it, costs as much as a small network. A thread
 * has the buffer it took to itself until it gives it back.
 */
final class BufferPool implements AutoCloseable {
    /** Enough for a few threads that ask for one row and for many. */
    private static final int KEPT = 8;

    /** Input values of a batch above which its memory is worth more than the time to allocate it anew. */
    private static final long LARGE = 1 << 22;

    private final Engine engine;
    private final Deque<BatchBuffer> idle = new ArrayDeque<>();
    private final long rowLength;
    private boolean closed;

    BufferPool(Engine engine) {
        this.engine = engine;
        this.rowLength =
                engine.plan().inputs().stream().mapToLong(InputPort::rowLength).sum();
    }

    BatchBuffer take(Dataset data, int rows) {
        synchronized (idle) {
            for (Iterator<BatchBuffer> each = idle.iterator(); each.hasNext(); ) {
                BatchBuffer buffer = each.next();
                if (buffer.fits(data, rows)) {
                    each.remove();
                    return buffer;
                }
            }
        }
        return engine.buffer(data, rows);
    }

    void give(BatchBuffer buffer) {
        BatchBuffer superfluous = null;
        synchronized (idle) {
            if (closed || large(buffer)) {
                superfluous = buffer;
            } else {
                idle.addFirst(buffer);
                if (idle.size() > KEPT) {
                    superfluous = idle.removeLast();
                }
            }
        }
        if (superfluous != null) {
            superfluous.close();
        }
    }

    private boolean large(BatchBuffer buffer) {
        return (long) buffer.rows() * rowLength > LARGE;
    }

    /** Frees what is idle; what is in use is freed when it is given back. */
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(BatchBuffer::close);
            idle.clear();
        }
    }
}
