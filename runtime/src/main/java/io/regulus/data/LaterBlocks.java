package io.regulus.data;

import java.util.Optional;

/** All but the first rows. */
final class LaterBlocks implements Blocks {
    private final Blocks source;
    private long left;

    LaterBlocks(Blocks source, long rows) {
        this.source = source;
        this.left = rows;
    }

    @Override
    public Optional<Dataset> next(int rows) {
        while (left > 0) {
            Optional<Dataset> passed = source.next((int) Math.min(rows, left));
            if (passed.isEmpty()) {
                return passed;
            }
            left -= passed.get().size();
        }
        return source.next(rows);
    }

    @Override
    public void close() {
        source.close();
    }
}
