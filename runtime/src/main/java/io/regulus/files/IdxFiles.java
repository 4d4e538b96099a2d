package io.regulus.files;

import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import io.regulus.data.NameIndex;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * The format of MNIST and its like: two zero bytes, the element type, the number of dimensions, each dimension as a
 * big-endian 32-bit integer, then the values. Files may be gzip; that is told by their content. Only the element type
 * of all published image sets, unsigned byte, is read.
 *
 * <pre>{@code
 * Dataset digits = IdxFiles.read(images, labels);
 * Dataset named = IdxFiles.of(images, labels).classes("shirt", "shoe").badRows(BadRows.skip(10)).load();
 * }</pre>
 */
public final class IdxFiles extends RowReader<IdxFiles> {
    private final Path images;
    private final Path labels;
    private final List<String> classes;

    private IdxFiles(Path images, Path labels, List<String> classes, BadRows badRows) {
        super(badRows);
        this.images = images;
        this.labels = labels;
        this.classes = classes;
    }

    /**
     * Images and their labels; nothing is opened before {@link #load} or {@link #open}.
     *
     * @param images at least two dimensions, the first counting the images; each image becomes a row of bytes in the
     *     order of the file (for MNIST 28 * 28, as {@code @Network(input = {28, 28, 1})} wants them)
     * @param labels one dimension, as long as the first of {@code images}
     */
    public static IdxFiles of(Path images, Path labels) {
        return new IdxFiles(DataFiles.required(images), DataFiles.required(labels), List.of(), BadRows.REFUSE);
    }

    /**
     * Images and their labels, read at once: {@code of(images, labels).load()}.
     *
     * @throws DataFileException if a file is not what it should be, or their counts differ
     * @throws UncheckedIOException if a file cannot be read
     */
    public static Dataset read(Path images, Path labels) {
        return of(images, labels).load();
    }

    /**
     * Names the classes; a label that has no name makes its row a bad one.
     *
     * @param names of label 0, of label 1 and so on
     * @throws IllegalArgumentException if a name occurs twice
     */
    public IdxFiles classes(List<String> names) {
        return new IdxFiles(images, labels, NameIndex.inOrder(names).names(), badRows());
    }

    /** Names the classes, see {@link #classes(List)}. */
    public IdxFiles classes(String... names) {
        return classes(List.of(names));
    }

    @Override
    protected IdxFiles with(BadRows policy) {
        return new IdxFiles(images, labels, classes, policy);
    }

    @Override
    protected Blocks blocks(Problems problems) {
        return IdxBlocks.open(images, labels, classes, problems);
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
            IdxHeader header = IdxHeader.read(path, in);
            int size = header.size(path);
            // readNBytes allocates as data arrives, so a header that lies about gigabytes costs nothing.
            byte[] data = in.readNBytes(size);
            if (data.length < size) {
                throw IdxHeader.truncated(path, header.length() + (long) data.length, size + " values", data.length);
            }
            header.requireEnd(path, in, size);
            return new IdxArray(header.shape(), data);
        } catch (IOException failure) {
            throw DataFiles.explain(path, failure);
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
            out.writeByte(IdxHeader.UNSIGNED_BYTE);
            out.writeByte(array.rank());
            for (int length : array.shape()) {
                out.writeInt(length);
            }
            out.write(array.data());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + path + ": " + failure.getMessage(), failure);
        }
    }
}
