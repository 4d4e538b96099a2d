package io.regulus.files;

import io.regulus.data.Dataset;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * The format of MNIST and its like: two zero bytes, the element type, the number of dimensions, each dimension as a
 * big-endian 32-bit integer, then the values. Files may be gzip; that is told by their content. Only the element type
 * of all published image sets, unsigned byte, is read.
 */
public final class IdxFiles {
    private static final int UNSIGNED_BYTE = 0x08;
    private static final Map<Integer, String> OTHER_TYPES =
            Map.of(0x09, "signed byte", 0x0B, "16-bit integer", 0x0C, "32-bit integer", 0x0D, "float", 0x0E, "double");
    private static final int MAGIC_LENGTH = 4;

    private IdxFiles() {}

    /**
     * Images and their labels.
     *
     * @param images at least two dimensions, the first counting the images; each image becomes a row of bytes in the
     *     order of the file (for MNIST 28 * 28, as {@code @Network(input = {28, 28, 1})} wants them)
     * @param labels one dimension, as long as the first of {@code images}
     * @throws DataFileException if a file is not what it should be, or their counts differ
     * @throws UncheckedIOException if a file cannot be read
     */
    public static Dataset read(Path images, Path labels) {
        IdxArray pixels = readBytes(images);
        if (pixels.rank() < 2) {
            throw new DataFileException(
                    images + ": expected images, found one dimension; are these the labels? The order "
                            + "is read(images, labels)");
        }
        IdxArray classes = readBytes(labels);
        if (classes.rank() != 1) {
            throw new DataFileException(labels + ": expected labels with one dimension, found " + classes.rank()
                    + " dimensions; are these the images? The order is read(images, labels)");
        }
        int rows = pixels.shape()[0];
        if (classes.data().length != rows) {
            throw new DataFileException(images + " has " + rows + " images, but " + labels + " has "
                    + classes.data().length + " labels; are both from the same set?");
        }
        int[] unsigned = new int[rows];
        for (int i = 0; i < rows; i++) {
            unsigned[i] = classes.data()[i] & 0xFF;
        }
        return Dataset.ofFlatBytes(pixels.data(), pixels.data().length / rows, unsigned);
    }

    /**
     * One file.
     *
     * @throws DataFileException if the file is not an IDX file of unsigned bytes, is cut off, or has more bytes than
     *     its header says
     * @throws UncheckedIOException if the file cannot be read
     */
    public static IdxArray readBytes(Path path) {
        try (InputStream in = DataFiles.open(path)) {
            int[] shape = readHeader(path, in);
            int size = size(path, shape);
            int start = MAGIC_LENGTH + 4 * shape.length;
            // readNBytes allocates as data arrives, so a header that lies about gigabytes costs nothing.
            byte[] data = in.readNBytes(size);
            if (data.length < size) {
                throw truncated(path, start + (long) data.length, size + " values", data.length);
            }
            if (in.read() != -1) {
                throw new DataFileException(path + ": offset " + (start + (long) size)
                        + ": expected the end of the file after " + size
                        + " values, found more bytes; the header or the "
                        + "file is damaged: fetch it again");
            }
            return new IdxArray(shape, data);
        } catch (EOFException | ZipException damaged) {
            throw new DataFileException(
                    path + ": broken gzip (" + damaged.getMessage()
                            + "); the file is cut off or damaged: fetch it again",
                    damaged);
        } catch (IOException failure) {
            throw DataFiles.unreadable(path, failure);
        }
    }

    /**
     * Writes an IDX file, as gzip where the name ends in {@code .gz}.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Path path, IdxArray array) {
        boolean gzip = path.toString().endsWith(".gz");
        try (OutputStream file = Files.newOutputStream(path);
                OutputStream packed = gzip ? new GZIPOutputStream(file) : file;
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(packed))) {
            out.writeShort(0);
            out.writeByte(UNSIGNED_BYTE);
            out.writeByte(array.rank());
            for (int length : array.shape()) {
                out.writeInt(length);
            }
            out.write(array.data());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + path + ": " + failure.getMessage(), failure);
        }
    }

    private static int[] readHeader(Path path, InputStream in) throws IOException {
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
        byte[] header = in.readNBytes(4 * rank);
        if (header.length < 4 * rank) {
            throw truncated(path, MAGIC_LENGTH + (long) header.length, rank + " dimensions", header.length / 4);
        }
        int[] shape = new int[rank];
        ByteBuffer.wrap(header).asIntBuffer().get(shape);
        return shape;
    }

    private static int size(Path path, int[] shape) {
        long size = 1;
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] < 1) {
                throw new DataFileException(path + ": offset " + (MAGIC_LENGTH + 4 * i) + ": dimension " + i + " is "
                        + shape[i] + ", expected 1 or more; the header is damaged");
            }
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

    private static DataFileException truncated(Path path, long offset, String expected, int found) {
        return new DataFileException(path + ": offset " + offset + ": expected " + expected
                + ", but the file ends after " + found + "; it is cut off: fetch it again");
    }
}
