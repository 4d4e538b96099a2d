package io.regulus.train;

import io.regulus.data.Dataset;
import io.regulus.engine.BatchBuffer;
import io.regulus.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * The batches of a dataset, in tensors that are made once and refilled. Large batches are assembled by a thread of their own
 * while the one before is in use; small ones where they are used, for handing them over would cost more than copying.
 */
final class BatchFeed implements AutoCloseable {
    /** Values per batch from which assembling it, about 10 microseconds, outweighs waking another thread. */
    private static final long AHEAD = 1 << 15;

    private final Engine engine;
    private final Dataset data;
    private final int batchSize;
    private final ExecutorService assembler;
    private final List<BatchBuffer> buffers = new ArrayList<>();

    BatchFeed(Engine engine, Dataset data, int batchSize) {
        this.engine = engine;
        this.data = data;
        this.batchSize = Math.min(batchSize, data.size());
        boolean ahead = data.size() > batchSize && (long) batchSize * data.rowLength() >= AHEAD;
        this.assembler = ahead ? Executors.newSingleThreadExecutor(BatchFeed::thread) : null;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "regulus-batches");
        thread.setDaemon(true);
        return thread;
    }

    /** Hands over the batches of an order, until one use of them says that there is enough. */
    void forEach(int[] order, Predicate<BatchBuffer> use) {
        if (assembler == null) {
            boolean more = true;
            for (int from = 0; from < order.length && more; from += batchSize) {
                more = use.test(load(order, from, 0));
            }
            return;
        }
        CompletableFuture<BatchBuffer> next = ahead(order, 0, 0);
        try {
            boolean more = true;
            for (int from = 0, slot = 1; from < order.length && more; from += batchSize, slot = 1 - slot) {
                BatchBuffer batch = assembled(next);
                if (from + batchSize < order.length) {
                    next = ahead(order, from + batchSize, slot);
                }
                more = use.test(batch);
            }
        } finally {
            // nobody writes into a buffer after this
            next.handle((batch, failure) -> batch).join();
        }
    }

    private CompletableFuture<BatchBuffer> ahead(int[] order, int from, int slot) {
        return CompletableFuture.supplyAsync(() -> load(order, from, slot), assembler);
    }

    private static BatchBuffer assembled(CompletableFuture<BatchBuffer> batch) {
        try {
            return batch.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    private BatchBuffer load(int[] order, int from, int slot) {
        BatchBuffer batch = buffer(Math.min(batchSize, order.length - from), slot);
        batch.load(data, order, from);
        return batch;
    }

    /** One or two for full batches, while one is in use and the other being filled, and one for the last, smaller batch. */
    private BatchBuffer buffer(int rows, int slot) {
        int seen = 0;
        for (BatchBuffer buffer : buffers) {
            if (buffer.rows() == rows && seen++ == (rows == batchSize ? slot : 0)) {
                return buffer;
            }
        }
        BatchBuffer made = engine.buffer(data, rows);
        buffers.add(made);
        return made;
    }

    @Override
    public void close() {
        if (assembler != null) {
            assembler.shutdown();
        }
        buffers.forEach(BatchBuffer::close);
    }
}
