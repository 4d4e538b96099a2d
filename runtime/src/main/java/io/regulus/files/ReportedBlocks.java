package io.regulus.files;

import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import java.util.Optional;

/** Refuses what is bad after each block, and says at the end what was skipped. */
final class ReportedBlocks implements Blocks {
    private final Blocks blocks;
    private final Problems problems;
    private long rows;
    private boolean closed;

    ReportedBlocks(Blocks blocks, Problems problems) {
        this.blocks = blocks;
        this.problems = problems;
    }

    @Override
    public Optional<Dataset> next(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("next(" + count + "): a block has at least 1 row");
        }
        Optional<Dataset> block = blocks.next(count);
        problems.endBlock();
        rows += block.map(Dataset::size).orElse(0);
        return block;
    }

    @Override
    public void close() {
        blocks.close();
        if (!closed) {
            closed = true;
            problems.log(rows);
        }
    }
}
