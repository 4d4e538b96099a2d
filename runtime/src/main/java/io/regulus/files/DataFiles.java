package io.regulus.files;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opening data files, gzip or plain, and what is said when that fails: for readers of formats. */
public final class DataFiles {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;

    private DataFiles() {}

    /**
     * The path itself.
     *
     * @throws IllegalArgumentException if it is null
     */
    public static Path required(Path path) {
        if (path == null) {
            throw new IllegalArgumentException("path is null; give one");
        }
        return path;
    }

    /**
     * The paths themselves.
     *
     * @throws IllegalArgumentException if there is none, or one is null
     */
    public static List<Path> required(Path... paths) {
        if (paths.length == 0) {
            throw new IllegalArgumentException("no files: name at least one");
        }
        return Arrays.stream(paths).map(DataFiles::required).toList();
    }

    /** The file's content, unpacked where it is gzip: told by its first two bytes, as names are often wrong. */
    public static InputStream open(Path path) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            file.mark(2);
            boolean gzip = isGzip(file);
            file.reset();
            return gzip ? new BufferedInputStream(new GZIPInputStream(file, BUFFER), BUFFER) : file;
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private static boolean isGzip(InputStream file) throws IOException {
        return file.read() == GZIP_FIRST && file.read() == GZIP_SECOND;
    }

    private static boolean isGzip(Path path) {
        try (InputStream file = Files.newInputStream(path)) {
            return isGzip(file);
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    /** Bytes of a file. */
    static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    /** The text of a file, without byte order mark. Bytes that are no such text are refused, instead of replaced silently. */
    static Reader openText(Path path, Charset charset) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(open(path), charset.newDecoder()));
        try {
            text.mark(1);
            if (text.read() != '\uFEFF') {
                text.reset();
            }
            return text;
        } catch (IOException | RuntimeException failure) {
            text.close();
            throw failure;
        }
    }

    /** What went wrong while a file was read: what is cut off or no gzip is the file's fault, all else that of the file system. */
    public static RuntimeException explain(Path path, IOException failure) {
        if (!(failure instanceof EOFException || failure instanceof ZipException)) {
            return unreadable(path, failure);
        }
        String how = failure.getMessage() == null ? "it ends too early" : failure.getMessage();
        return new DataFileException(
                path + ": " + (isGzip(path) ? "broken gzip (" + how + ")" : how)
                        + "; the file is cut off or damaged: fetch it again",
                failure);
    }

    /** Bytes that are no text of the encoding asked for. */
    static DataFileException notText(Path path, long line, Charset charset, IOException failure) {
        return new DataFileException(
                path + ": " + after(line) + ": the bytes are not " + charset
                        + " text; name the encoding, such as charset(Charset.forName(\"GB18030\"))",
                failure);
    }

    /** Where in a text something is that was found behind a line, 0 for none. */
    static String after(long line) {
        return line == 0 ? "in its first lines" : "after line " + line;
    }

    /** Closes what a file was read with. */
    public static void close(Path path, Closeable file) {
        try {
            file.close();
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    /** The file system's refusal, with the file named: the JDK's own message is often the bare path. */
    static UncheckedIOException unreadable(Path path, IOException cause) {
        String reason =
                cause instanceof NoSuchFileException ? "there is no such file; check the path" : cause.getMessage();
        return new UncheckedIOException("cannot read " + path + ": " + reason, cause);
    }
}
