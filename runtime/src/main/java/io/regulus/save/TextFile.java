package io.regulus.save;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A small text that stands on the disk as a whole or not at all, such as a list of what else is in a folder. */
public final class TextFile {
    private TextFile() {}

    /**
     * Writes it, in the place of any that was there, in one atomic move.
     *
     * @throws IOException if it cannot be written; what was there stays whole
     */
    public static void write(Path file, String text) throws IOException {
        AtomicFile.replace(file, channel -> {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }
}
