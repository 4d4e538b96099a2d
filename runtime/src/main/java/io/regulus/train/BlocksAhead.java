package io.regulus.train;

import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Blocks of one size, read, decoded and shuffled by a thread of their own: each while the one before is in use. */
final class BlocksAhead implements AutoCloseable {
    private final Blocks source;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(BlocksAhead::thread);
    private final Ahead<Dataset> blocks;

    /** Of rows in blocks of any size, put together here: batches are cut out of full ones. */
    BlocksAhead(Blocks source, int rows) {
        this.source = source;
        Blocks full = source.full();
        this.blocks = new Ahead<>(reader, () -> full.next(rows).orElse(null));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "regulus-blocks");
        thread.setDaemon(true);
        return thread;
    }

    /** The next block, null behind the last; what the reading threw is thrown here. */
    Dataset next() {
        return blocks.next();
    }

    /** Waits for the block that is being read, for a file must not be closed meanwhile. */
    @Override
    public void close() {
        blocks.close();
        reader.shutdown();
        source.close();
    }
}
