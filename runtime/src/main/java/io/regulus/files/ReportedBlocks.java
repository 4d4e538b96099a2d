package io.regulus.files;

import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Refuses what is bad after each block, and says at the end what was skipped. */
final class ReportedBlocks implements Blocks {
    private final Blocks blocks;
    private final Problems problems;
    private final Consumer<List<BadRow>> skipped;
    private long rows;
    private boolean closed;

    ReportedBlocks(Blocks blocks, Problems problems, Consumer<List<BadRow>> skipped) {
        this.blocks = blocks;
        this.problems = problems;
        this.skipped = skipped;
    }

    @Override
    public Optional<Dataset> next(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("next(" + count + "): a block has at least 1 row");
        }
        Optional<Dataset> block = blocks.next(count);
        problems.throwIfRefused();
        skipped.accept(problems.skipped());
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
