package io.regulus.tfrecord;

import io.regulus.files.DataFileException;
import io.regulus.files.DataFiles;
import io.regulus.files.Problems;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The frames of a TFRecord file: the length of a record in 8 bytes, little-endian, the checksum of these, the record, its checksum.
 */
final class TfRecordFile implements Closeable {
    private static final int LENGTH = Long.BYTES;
    private static final int HEADER = LENGTH + Integer.BYTES;
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final InputStream in;
    private long records;
    private long offset;

    private TfRecordFile(Path path, InputStream in) {
        this.path = path;
        this.in = in;
    }

    static TfRecordFile open(Path path) {
        try {
            return new TfRecordFile(path, isPlain(path) ? plain(path) : DataFiles.open(path));
        } catch (IOException failure) {
            throw DataFiles.explain(path, failure);
        }
    }

    /** A length may begin with the two bytes of gzip: the file is plain if the checksum of its first length says so. */
    private static boolean isPlain(Path path) throws IOException {
        try (InputStream in = plain(path)) {
            byte[] header = in.readNBytes(HEADER);
            return header.length == HEADER && isWhole(header);
        }
    }

    private static InputStream plain(Path path) throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), BUFFER);
    }

    private static boolean isWhole(byte[] header) {
        return Checksum.of(header, LENGTH) == numbers(header).getInt(LENGTH);
    }

    private static ByteBuffer numbers(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Records that have been read, good or bad. */
    long records() {
        return records;
    }

    /** Such as {@code record 3}, the last one that was read. */
    String place() {
        return "record " + (records - 1);
    }

    /** The next record; empty at the end. One whose checksum does not fit is told and passed over. */
    Optional<byte[]> next(Problems problems) {
        try {
            byte[] header = in.readNBytes(HEADER);
            while (header.length > 0) {
                int length = length(header);
                byte[] framed = in.readNBytes(length + Integer.BYTES);
                if (framed.length < length + Integer.BYTES) {
                    throw cutOff(framed.length, length + Integer.BYTES);
                }
                offset += HEADER + (long) framed.length;
                records++;
                if (Checksum.of(framed, length) == numbers(framed).getInt(length)) {
                    return Optional.of(Arrays.copyOf(framed, length));
                }
                problems.add(
                        path,
                        place(),
                        "checksum",
                        "its checksum does not fit its " + length + " bytes",
                        "The file is damaged: fetch or write it again.");
                header = in.readNBytes(HEADER);
            }
            if (records == 0) {
                throw new DataFileException(path + ": the file is empty; fetch it again");
            }
            return Optional.empty();
        } catch (IOException failure) {
            throw DataFiles.explain(path, failure);
        }
    }

    private int length(byte[] header) {
        if (header.length < HEADER) {
            throw cutOff(header.length, HEADER);
        }
        if (!isWhole(header)) {
            throw new DataFileException(path + ": offset " + offset + ": "
                    + (records == 0
                            ? "expected the length of a record with its checksum; this is no TFRecord file"
                            : "the checksum of the length of record " + records
                                    + " does not fit, so that nothing behind it can be found; the file is damaged:"
                                    + " fetch or write it again"));
        }
        long length = numbers(header).getLong();
        if (length < 0 || length > Integer.MAX_VALUE - HEADER) {
            throw new DataFileException(
                    path + ": offset " + offset + ": record " + records + " has " + Long.toUnsignedString(length)
                            + " bytes, more than one array holds; the file is damaged, or write smaller records");
        }
        return (int) length;
    }

    private DataFileException cutOff(int found, int expected) {
        return new DataFileException(path + ": offset " + offset + ": record " + records + " ends after " + found
                + " of " + expected + " bytes; the file is cut off: fetch it again");
    }

    @Override
    public void close() {
        DataFiles.close(path, in);
    }
}
