package io.regulus.save;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Files in the safetensors format: 8 bytes with the length of the header, little-endian; the header, JSON; the data
 * of all tensors without gaps. Python reads them with {@code safetensors.numpy.load_file}.
 *
 * <p>A file is not trusted: every number is checked against the file's length before anything is allocated by it.
 */
public final class SafetensorsFile {
    private static final int LENGTH_BYTES = Long.BYTES;
    /** The reference implementation's limit. */
    private static final long MAX_HEADER = 100_000_000;
    /** Larger transfers would make the JDK allocate a native buffer of their size. */
    private static final int CHUNK = 1 << 20;

    private SafetensorsFile() {}

    /**
     * What a file holds.
     *
     * @param metadata free text by name, in the order of the file
     * @param tensors in the order of the header
     */
    public record Content(Map<String, String> metadata, List<NamedTensor> tensors) {}

    /**
     * Writes a file, over any that is there. Not atomic: see {@link ModelFile#write}.
     *
     * @param metadata free text by name; may be empty
     * @param tensors with different names
     * @throws IllegalArgumentException if two tensors have the same name, or a name or text is no Unicode text
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Path path, Map<String, String> metadata, List<NamedTensor> tensors) {
        try (FileChannel file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            write(file, metadata, tensors);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + path + ": " + failure.getMessage(), failure);
        }
    }

    /**
     * Writes a file, in place of any that is there, in one atomic move: a file that was there stays whole if writing fails. Folders
     * above it are made.
     *
     * @param metadata free text by name; may be empty
     * @param tensors with different names
     * @throws IllegalArgumentException if two tensors have the same name, or a name or text is no Unicode text
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void replace(Path path, Map<String, String> metadata, List<NamedTensor> tensors) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            AtomicFile.replace(path, file -> write(file, metadata, tensors));
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot write " + path + ": " + failure + ". A file that was there is untouched", failure);
        }
    }

    /** Writes to an open file, from its position on. */
    static void write(FileChannel file, Map<String, String> metadata, List<NamedTensor> tensors) throws IOException {
        SafetensorsHeader header = SafetensorsHeader.layOut(
                metadata, tensors.stream().map(NamedTensor::variable).toList());
        byte[] json = header.encode();
        ByteBuffer length = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        writeFully(file, length.putLong(json.length).flip());
        writeFully(file, ByteBuffer.wrap(json));
        Map<String, NamedTensor> byName = new HashMap<>();
        tensors.forEach(tensor -> byName.put(tensor.name(), tensor));
        for (SafetensorsHeader.Entry entry : header.inFileOrder()) {
            writeFully(file, byName.get(entry.variable().name()).data());
        }
    }

    private static void writeFully(FileChannel file, ByteBuffer data) throws IOException {
        int end = data.limit();
        while (data.position() < end) {
            data.limit(Math.min(end, data.position() + CHUNK));
            file.write(data);
            data.limit(end);
        }
    }

    /**
     * Reads a file.
     *
     * @throws SaveFormatException if it is not a whole safetensors file
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Content read(Path path) {
        if (Files.isDirectory(path)) {
            throw new SaveFormatException(
                    path + ": it is a folder, not a safetensors file; give the file. A saved model, which is a"
                            + " folder, is loaded as a whole, by load or restore");
        }
        try {
            return Uninterrupted.run(() -> opened(path));
        } catch (SafetensorsHeader.Malformed malformed) {
            throw new SaveFormatException(
                    path + ": " + malformed.getMessage()
                            + ". The file is damaged or not in the safetensors format; restore it from a copy",
                    malformed);
        } catch (IOException failure) {
            String reason = failure instanceof NoSuchFileException
                    ? "there is no such file; check the path"
                    : failure.getMessage();
            throw new UncheckedIOException("cannot read " + path + ": " + reason, failure);
        }
    }

    private static Content opened(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            return read(file);
        }
    }

    /**
     * The metadata of a file, by its header alone; empty where it is no safetensors file.
     *
     * @throws IOException if it cannot be read
     */
    static Map<String, String> metadata(Path path) throws IOException {
        return Uninterrupted.run(() -> {
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
                return header(file).metadata();
            } catch (SafetensorsHeader.Malformed other) {
                return Map.of();
            }
        });
    }

    private static Content read(FileChannel file) throws IOException {
        SafetensorsHeader header = header(file);
        Map<String, NamedTensor> byName = new HashMap<>();
        for (SafetensorsHeader.Entry entry : header.inFileOrder()) {
            VariableShape variable = entry.variable();
            if (variable.bytes() > Integer.MAX_VALUE - 8) {
                throw new SafetensorsHeader.Malformed("tensor '" + variable.name() + "' is " + variable.bytes()
                        + " bytes, more than one array holds");
            }
            byName.put(
                    variable.name(),
                    NamedTensor.ofBytes(
                            variable, readFully(file, (int) variable.bytes()).array()));
        }
        List<NamedTensor> tensors = new ArrayList<>();
        header.entries()
                .forEach(entry -> tensors.add(byName.get(entry.variable().name())));
        return new Content(header.metadata(), List.copyOf(tensors));
    }

    private static SafetensorsHeader header(FileChannel file) throws IOException {
        long size = file.size();
        if (size < LENGTH_BYTES) {
            throw new SafetensorsHeader.Malformed(
                    "the file has " + size + " bytes, too few for the " + LENGTH_BYTES + " of the header's length");
        }
        long length = readFully(file, LENGTH_BYTES).getLong();
        if (length < 0 || length > MAX_HEADER || length > size - LENGTH_BYTES) {
            throw new SafetensorsHeader.Malformed("the header is said to be " + Long.toUnsignedString(length)
                    + " bytes long, but " + (size - LENGTH_BYTES) + " bytes follow and " + MAX_HEADER + " are allowed");
        }
        return SafetensorsHeader.parse(readFully(file, (int) length).array(), size - LENGTH_BYTES - length);
    }

    private static ByteBuffer readFully(FileChannel file, int count) throws IOException {
        ByteBuffer data = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (data.position() < count) {
            data.limit(Math.min(count, data.position() + CHUNK));
            if (file.read(data) < 0) {
                throw new SafetensorsHeader.Malformed("the file became shorter while it was read");
            }
        }
        return data.flip();
    }
}
