package io.regulus.data;

import java.util.Optional;

/** Blocks of as many rows as are asked for, put together of others that may have fewer. */
record FullBlocks(Blocks source) implements Blocks {
    @Override
    public Optional<Dataset> next(int rows) {
        Optional<Dataset> block = part(rows);
        int left = rows - block.map(Dataset::size).orElse(rows);
        Optional<Dataset> more = left == 0 ? Optional.empty() : part(left);
        if (more.isEmpty()) {
            return block;
        }
        RowStore store = new RowStore(rows);
        store.add(block.orElseThrow());
        while (more.isPresent()) {
            store.add(more.get());
            more = store.size() == rows ? Optional.empty() : part(rows - store.size());
        }
        return Optional.of(store.toDataset());
    }

    private Optional<Dataset> part(int rows) {
        Optional<Dataset> part = source.next(rows);
        if (part.isPresent() && part.get().size() > rows) {
            throw new IllegalStateException(
                    "next(" + rows + ") of " + source.getClass().getName() + " returned "
                            + part.get().size() + " rows: Blocks hand out as many as are asked for at most");
        }
        return part;
    }

    @Override
    public Blocks full() {
        return this;
    }

    @Override
    public void close() {
        source.close();
    }
}
