package io.regulus.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;

/** What stands before the values of an IDX file: two zero bytes, the element type, the number of dimensions, each dimension. */
final class IdxHeader {
    static final int UNSIGNED_BYTE = 0x08;
    private static final Map<Integer, String> OTHER_TYPES =
            Map.of(0x09, "signed byte", 0x0B, "16-bit integer", 0x0C, "32-bit integer", 0x0D, "float", 0x0E, "double");
    private static final int MAGIC_LENGTH = 4;

    private final int[] shape;

    private IdxHeader(int[] shape) {
        this.shape = shape;
    }

    static IdxHeader read(Path path, InputStream in) throws IOException {
        byte[] magic = in.readNBytes(MAGIC_LENGTH);
        if (magic.length == 0) {
            throw new DataFileException(path + ": the file is empty; fetch it again");
        }
        if (magic.length < MAGIC_LENGTH) {
            throw truncated(path, magic.length, "the 4 bytes an IDX file begins with", magic.length);
        }
        if (magic[0] != 0 || magic[1] != 0) {
            throw new DataFileException(String.format(
                    "%s: offset 0: expected the two zero bytes an IDX file begins with, found %02X %02X; this is "
                            + "another format",
                    path, magic[0], magic[1]));
        }
        if (magic[2] != UNSIGNED_BYTE) {
            String name = OTHER_TYPES.getOrDefault(magic[2] & 0xFF, "no IDX type");
            throw new DataFileException(String.format(
                    "%s: offset 2: expected element type 08 (unsigned byte), found %02X (%s); only unsigned bytes are "
                            + "supported",
                    path, magic[2], name));
        }
        int rank = magic[3] & 0xFF;
        if (rank == 0) {
            throw new DataFileException(path + ": offset 3: expected at least one dimension, found none");
        }
        byte[] lengths = in.readNBytes(4 * rank);
        if (lengths.length < 4 * rank) {
            throw truncated(path, MAGIC_LENGTH + (long) lengths.length, rank + " dimensions", lengths.length / 4);
        }
        int[] shape = new int[rank];
        ByteBuffer.wrap(lengths).asIntBuffer().get(shape);
        for (int i = 0; i < rank; i++) {
            if (shape[i] < 1) {
                throw new DataFileException(path + ": offset " + (MAGIC_LENGTH + 4 * i) + ": dimension " + i + " is "
                        + shape[i] + ", expected 1 or more; the header is damaged");
            }
        }
        return new IdxHeader(shape);
    }

    /** Length of each dimension, at least 1. */
    int[] shape() {
        return shape.clone();
    }

    /** Number of dimensions. */
    int rank() {
        return shape.length;
    }

    /** Length of the first dimension. */
    int rows() {
        return shape[0];
    }

    /** Where the values begin. */
    int length() {
        return MAGIC_LENGTH + 4 * shape.length;
    }

    /** Values of all dimensions but the first. */
    int rowLength(Path path) {
        return product(path, 1);
    }

    /** Values of all dimensions. */
    int size(Path path) {
        return product(path, 0);
    }

    private int product(Path path, int first) {
        long size = 1;
        for (int i = first; i < shape.length; i++) {
            // Both factors are below 2^31: the product cannot overflow a long before it is refused.
            size *= shape[i];
            if (size > Integer.MAX_VALUE) {
                throw new DataFileException(
                        path + ": offset " + (MAGIC_LENGTH + 4 * i) + ": the dimensions multiply to more than 2^31 - 1 "
                                + "values, more than one array holds; the header is damaged, or split the file");
            }
        }
        return (int) size;
    }

    /** Reads the last byte and beyond: a header that says less than there is has been damaged. */
    void requireEnd(Path path, InputStream in, long values) throws IOException {
        if (in.read() != -1) {
            throw new DataFileException(path + ": offset " + (length() + values)
                    + ": expected the end of the file after " + values
                    + " values, found more bytes; the header or the file is damaged: fetch it again");
        }
    }

    static DataFileException truncated(Path path, long offset, String expected, long found) {
        return new DataFileException(path + ": offset " + offset + ": expected " + expected
                + ", but the file ends after " + found + "; it is cut off: fetch it again");
    }
}
