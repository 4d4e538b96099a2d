package io.regulus.data;

import java.util.Optional;

/** The first rows. */
final class FirstBlocks implements Blocks {
    private final Blocks source;
    private long left;

    FirstBlocks(Blocks source, long rows) {
        this.source = source;
        this.left = rows;
    }

    @Override
    public Optional<Dataset> next(int rows) {
        if (left == 0) {
            return Optional.empty();
        }
        Optional<Dataset> block = source.next((int) Math.min(rows, left));
        left -= block.map(Dataset::size).orElse(0);
        return block;
    }

    @Override
    public void close() {
        source.close();
    }
}
