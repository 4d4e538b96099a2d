package io.regulus.train;

import io.regulus.engine.BatchBuffer;
import io.regulus.engine.Engine;
import io.regulus.engine.InputPort;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * The batches of rows, in tensors that are made once and refilled. Large batches are assembled by a thread of their own
 * while the one before is in use; small ones where they are used, for handing them over would cost more than copying.
 */
final class BatchFeed implements AutoCloseable {
    /** Values per batch from which assembling it, about 10 microseconds, outweighs waking another thread. */
    private static final long AHEAD = 1 << 15;

    private final Engine engine;
    private final RowSource source;
    private final int batchSize;
    /** Of a full batch. */
    private final int rowsHere;

    private final ExecutorService assembler;
    /** Two for full batches, one in use and the other being filled, and one for the last, smaller batch. */
    private final BatchBuffer[] buffers = new BatchBuffer[3];

    private int slot;

    BatchFeed(Engine engine, RowSource source, int batchSize) {
        this.engine = engine;
        this.source = source;
        this.batchSize = batchSize;
        this.rowsHere = source.rowsHere(batchSize);
        long values = (long) rowsHere
                * engine.plan().inputs().stream()
                        .mapToLong(InputPort::rowLength)
                        .sum();
        boolean several = source.rows().orElse(Long.MAX_VALUE) > batchSize;
        this.assembler = several && values >= AHEAD ? Executors.newSingleThreadExecutor(BatchFeed::thread) : null;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "regulus-batches");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Hands over the batches of a pass, until one use of them says that there is enough.
     *
     * @param skipped batches to leave out at the start
     * @return whether that was all of them
     */
    boolean forEach(int epoch, long skipped, Predicate<BatchBuffer> use) {
        try (Batches batches = source.open(epoch, batchSize, skipped)) {
            if (assembler != null) {
                return ahead(batches, use);
            }
            boolean more = true;
            while (more && batches.hasNext()) {
                more = use.test(loaded(batches.next()));
            }
            return !batches.hasNext();
        }
    }

    private boolean ahead(Batches batches, Predicate<BatchBuffer> use) {
        // nobody writes into a buffer after this is closed
        try (Ahead<BatchBuffer> made = new Ahead<>(assembler, () -> {
            slot = 1 - slot;
            return batches.hasNext() ? loaded(batches.next()) : null;
        })) {
            BatchBuffer batch = made.next();
            boolean more = true;
            while (batch != null && more) {
                more = use.test(batch);
                batch = made.next();
            }
            return batch == null;
        }
    }

    private BatchBuffer loaded(BatchRows rows) {
        int at = rows.count() == rowsHere ? slot : 2;
        BatchBuffer buffer = buffers[at];
        if (buffer == null || !buffer.fits(rows.data(), rows.count())) {
            close(buffer);
            buffer = engine.buffer(rows.data(), rows.count());
            buffers[at] = buffer;
        }
        rows.load(buffer);
        return buffer;
    }

    private static void close(BatchBuffer buffer) {
        if (buffer != null) {
            buffer.close();
        }
    }

    @Override
    public void close() {
        if (assembler != null) {
            assembler.shutdown();
        }
        for (BatchBuffer buffer : buffers) {
            close(buffer);
        }
    }
}
