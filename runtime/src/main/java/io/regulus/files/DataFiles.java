package io.regulus.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opening data files, gzip or plain. */
final class DataFiles {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;

    private DataFiles() {}

    /** The path itself. */
    static Path required(Path path) {
        if (path == null) {
            throw new IllegalArgumentException("path is null");
        }
        return path;
    }

    /** The file's content, unpacked where it is gzip: told by its first two bytes, as names are often wrong. */
    static InputStream open(Path path) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            file.mark(2);
            boolean gzip = file.read() == GZIP_FIRST && file.read() == GZIP_SECOND;
            file.reset();
            return gzip ? new BufferedInputStream(new GZIPInputStream(file, BUFFER), BUFFER) : file;
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    /** The file system's refusal, with the file named: the JDK's own message is often the bare path. */
    static UncheckedIOException unreadable(Path path, IOException cause) {
        String reason = cause instanceof NoSuchFileException ? "there is no such file" : cause.getMessage();
        return new UncheckedIOException("cannot read " + path + ": " + reason, cause);
    }
}
