package io.regulus.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** An open IDX file, its values read from the first on. */
final class IdxFile implements Closeable {
    private final Path path;
    private final InputStream in;
    private final IdxHeader header;
    private long read;

    private IdxFile(Path path, InputStream in, IdxHeader header) {
        this.path = path;
        this.in = in;
        this.header = header;
    }

    static IdxFile open(Path path) {
        try {
            InputStream in = DataFiles.open(path);
            try {
                return new IdxFile(path, in, IdxHeader.read(path, in));
            } catch (IOException | RuntimeException failure) {
                in.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw DataFiles.explain(path, failure);
        }
    }

    Path path() {
        return path;
    }

    IdxHeader header() {
        return header;
    }

    /** The next values, all of them there; those behind the last of the file must be none. */
    byte[] next(int rows, int rowLength, boolean last) {
        ArrayLimit.require(path, rows, rowLength);
        int size = rows * rowLength;
        try {
            // readNBytes allocates as data arrives, so a header that lies about gigabytes costs nothing.
            byte[] values = in.readNBytes(size);
            read += values.length;
            if (values.length < size) {
                throw IdxHeader.truncated(
                        path, header.length() + read, (long) header.rows() * rowLength + " values", read);
            }
            if (last) {
                header.requireEnd(path, in, read);
            }
            return values;
        } catch (IOException failure) {
            throw DataFiles.explain(path, failure);
        }
    }

    @Override
    public void close() {
        DataFiles.close(path, in);
    }
}
