package io.regulus.tfrecord;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.tensorflow.proto.Example;

/** Writes a TFRecord file of {@code tf.train.Example}, as gzip where the name ends in {@code .gz}. */
public final class TfRecordWriter implements AutoCloseable {
    private final Path path;
    private final OutputStream out;

    private TfRecordWriter(Path path, OutputStream out) {
        this.path = path;
        this.out = out;
    }

    /**
     * Begins a file, in the place of any that is there.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static TfRecordWriter create(Path path) {
        try {
            OutputStream file = new BufferedOutputStream(Files.newOutputStream(path));
            return new TfRecordWriter(path, path.toString().endsWith(".gz") ? new GZIPOutputStream(file) : file);
        } catch (IOException failure) {
            throw unwritable(path, failure);
        }
    }

    /**
     * Adds an example.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(Example example) {
        try {
            Frame.write(out, example.toByteArray());
        } catch (IOException failure) {
            throw unwritable(path, failure);
        }
    }

    private static UncheckedIOException unwritable(Path path, IOException failure) {
        return new UncheckedIOException("cannot write " + path + ": " + failure.getMessage(), failure);
    }

    /**
     * Ends the file.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException failure) {
            throw unwritable(path, failure);
        }
    }
}
