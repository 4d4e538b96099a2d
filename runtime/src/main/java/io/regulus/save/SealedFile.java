package io.regulus.save;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A safetensors file that says by itself whether it is whole: {@value #DIGEST_KEY} in its metadata covers the other metadata and all
 * values.
 */
public final class SealedFile {
    /** Name of the checksum in the metadata. */
    public static final String DIGEST_KEY = "regulus.sha256";

    private SealedFile() {}

    /**
     * Writes a file in the place of any that is there, which stays until the new one is whole and on the disk. Where that fails it
     * stays altogether.
     *
     * @param metadata free text by name; without the checksum, which is added
     * @param tensors with different names
     * @throws IllegalArgumentException if two tensors have the same name, or a name or text is no Unicode text
     * @throws IOException if the file cannot be written
     */
    public static void write(Path path, Map<String, String> metadata, List<NamedTensor> tensors) throws IOException {
        Map<String, String> sealed = new LinkedHashMap<>(metadata);
        sealed.put(DIGEST_KEY, ContentDigest.of(metadata, DIGEST_KEY, tensors));
        AtomicFile.replace(path, file -> SafetensorsFile.write(file, sealed, tensors));
    }

    /**
     * Whether a file that is there says of itself that it was written so, whole or not.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static boolean isAt(Path path) {
        try {
            return Files.isRegularFile(path) && SafetensorsFile.metadata(path).containsKey(DIGEST_KEY);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot look into " + path + ": " + failure, failure);
        }
    }

    /**
     * Does nothing where the checksum is that of the content.
     *
     * @param path to name in the message
     * @throws SaveFormatException if it is another, or there is none
     */
    public static void requireWhole(Path path, SafetensorsFile.Content content) {
        String digest = content.metadata().get(DIGEST_KEY);
        if (digest == null) {
            throw new SaveFormatException(
                    path + ": the metadata has no " + DIGEST_KEY + "; restore the file from a copy");
        }
        if (!digest.equals(ContentDigest.of(content.metadata(), DIGEST_KEY, content.tensors()))) {
            throw new SaveFormatException(path + ": the content does not match its " + DIGEST_KEY
                    + ": the file was changed or damaged after it was saved; restore it from a copy");
        }
    }
}
