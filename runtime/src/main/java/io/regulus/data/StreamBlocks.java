package io.regulus.data;

import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of the datasets of a Java stream: views of them, so that a block ends where its dataset does. */
final class StreamBlocks implements Blocks {
    private final Stream<Dataset> parts;
    private final Iterator<Dataset> next;
    private Dataset part;
    /** The first row of the part that was not handed out. */
    private int from;

    StreamBlocks(Stream<Dataset> parts) {
        this.parts = parts;
        this.next = parts.iterator();
    }

    @Override
    public Optional<Dataset> next(int rows) {
        return hasRow() ? Optional.of(view(Math.min(rows, part.size() - from))) : Optional.empty();
    }

    private boolean hasRow() {
        if ((part == null || from == part.size()) && next.hasNext()) {
            part = next.next();
            Rows.requireNotNull("a dataset of the stream", part);
            from = 0;
        }
        return part != null && from < part.size();
    }

    private Dataset view(int rows) {
        from += rows;
        return rows == part.size() ? part : part.range(from - rows, from);
    }

    @Override
    public void close() {
        parts.close();
    }
}
