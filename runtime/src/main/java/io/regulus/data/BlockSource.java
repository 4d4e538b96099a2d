package io.regulus.data;

/** Rows that can be read again and again, in blocks: the readers of files are such sources. */
@FunctionalInterface
public interface BlockSource {
    /** A pass over all rows, from the first one on; nothing is opened before. */
    Blocks open();
}
