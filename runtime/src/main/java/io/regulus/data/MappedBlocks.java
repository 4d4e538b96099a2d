package io.regulus.data;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Each block changed. */
record MappedBlocks(Blocks source, UnaryOperator<Dataset> change) implements Blocks {
    @Override
    public Optional<Dataset> next(int rows) {
        return source.next(rows).map(this::changed);
    }

    private Dataset changed(Dataset block) {
        Dataset changed = change.apply(block);
        Rows.requireNotNull("what map(...) makes of a block", changed);
        if (changed.size() != block.size()) {
            throw new IllegalStateException("map(...) makes " + changed.size() + " rows of a block of " + block.size()
                    + ": it must return as many as it gets");
        }
        return changed;
    }

    @Override
    public void close() {
        source.close();
    }
}
