package io.regulus.save;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Replaces a file in one step: whoever looks, also after a crash or a power cut, finds the old file or the new one,
 * whole.
 */
final class AtomicFile {
    private static final String TEMPORARY = ".tmp";

    private AtomicFile() {}

    /** Writes the new content. */
    interface Writer {
        void write(FileChannel file) throws IOException;
    }

    /**
     * Writes beside the target, then moves over it. What fails leaves the old file, and nothing beside it; an interrupt makes it begin
     * anew.
     */
    static void replace(Path target, Writer writer) throws IOException {
        Uninterrupted.run(() -> replaced(target, writer));
    }

    private static Path replaced(Path target, Writer writer) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        // Not Files.createTempFile: its files are readable by their owner only, and the move would keep that.
        Path temporary = folder.resolve(target.getFileName() + "." + UUID.randomUUID() + TEMPORARY);
        try {
            try (FileChannel file =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                writer.write(file);
                // Before the move: a name that points to data still in memory would be a torn file after a power cut.
                file.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException | Error failure) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException left) {
                failure.addSuppressed(left);
            }
            throw failure;
        }
        syncFolder(folder);
        return target;
    }

    /** Deletes what processes that died while they wrote have left beside the target. */
    static void tidy(Path target) throws IOException {
        String glob = target.getFileName() + ".*" + TEMPORARY;
        try (DirectoryStream<Path> left =
                Files.newDirectoryStream(target.toAbsolutePath().getParent(), glob)) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
    }

    /** Makes the move itself lasting. Windows neither needs it nor can open a folder. */
    static void syncFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }
}
