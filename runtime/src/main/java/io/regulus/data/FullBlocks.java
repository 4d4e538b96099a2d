package io.regulus.data;

import java.util.Optional;

/** Blocks of as many rows as are asked for, of others that may have fewer where rows were left out. */
record FullBlocks(Blocks source) implements Blocks {
    @Override
    public Optional<Dataset> next(int rows) {
        Optional<Dataset> block = source.next(rows);
        if (block.isEmpty() || block.get().size() == rows) {
            return block;
        }
        RowStore store = new RowStore(rows);
        while (block.isPresent()) {
            store.add(block.get());
            block = store.size() == rows ? Optional.empty() : source.next(rows - store.size());
        }
        return Optional.of(store.toDataset());
    }

    @Override
    public void close() {
        source.close();
    }
}
