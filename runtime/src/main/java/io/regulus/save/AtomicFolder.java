package io.regulus.save;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Folders that are there as a whole or not at all: whoever looks, also after a crash or a power cut, finds none that is half
 * written or half deleted under its own name.
 */
public final class AtomicFolder {
    private static final String TEMPORARY = ".regulus-tmp-";

    /** With the UUID: a folder of the user's that begins alike is none. */
    private static final Pattern NAME = Pattern.compile("\\.regulus-tmp-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private AtomicFolder() {}

    /** Writes the content. */
    @FunctionalInterface
    public interface Writer {
        /** Writes it into a folder, every file of it lasting, as {@link SealedFile#write} does. */
        void write(Path folder) throws IOException;
    }

    /**
     * Makes a folder that is not there yet: writes beside it, then moves it there. What fails leaves nothing.
     *
     * @throws IOException if it cannot be written, or is there already
     */
    public static void create(Path target, Writer writer) throws IOException {
        Path temporary = temporary(target);
        try {
            Files.createDirectory(temporary);
            writer.write(temporary);
            move(temporary, target);
        } catch (IOException | RuntimeException | Error failure) {
            try {
                deleteTree(temporary);
            } catch (IOException left) {
                failure.addSuppressed(left);
            }
            throw failure;
        }
    }

    /**
     * Deletes a folder with all that is in it: moves it out of sight first.
     *
     * @throws IOException if it cannot be deleted
     */
    public static void delete(Path folder) throws IOException {
        Path temporary = temporary(folder);
        move(folder, temporary);
        deleteTree(temporary);
    }

    /** Whether a name is one of those that folders have before they are whole and while they are deleted. */
    public static boolean isTemporary(Path folder) {
        return NAME.matcher(folder.getFileName().toString()).matches();
    }

    private static Path temporary(Path folder) {
        return folder.resolveSibling(TEMPORARY + UUID.randomUUID());
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        Uninterrupted.run(() -> {
            AtomicFile.syncFolder(to.toAbsolutePath().getParent());
            return to;
        });
    }

    /**
     * Deletes a folder file by file; does nothing where there is none.
     *
     * @throws IOException if something cannot be deleted
     */
    public static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
