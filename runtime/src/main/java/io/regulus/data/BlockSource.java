package io.regulus.data;

import java.util.OptionalLong;

/** Rows that can be read again and again, in blocks: the readers of files are such sources. */
@FunctionalInterface
public interface BlockSource {
    /** A pass over all rows, from the first one on; nothing is opened before. */
    Blocks open();

    /** Number of rows of a pass, where it is known without one. */
    default OptionalLong rows() {
        return OptionalLong.empty();
    }

    /** The rows as a stream, to train on without having all of them in memory. */
    default DataStream stream() {
        return new SourceStream(rows(), epoch -> open());
    }
}
