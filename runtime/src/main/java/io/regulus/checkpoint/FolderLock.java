package io.regulus.checkpoint;

import io.regulus.save.Uninterrupted;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a folder for one fit at a time, over all processes; a process that dies gives it back. */
final class FolderLock implements AutoCloseable {
    private static final String NAME = ".lock";

    /**
     * Folders that fits of this process have. Asked before the file is opened: closing any channel of a file gives back all locks that
     * the process has on it.
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel file;

    private FolderLock(Path folder, FileChannel file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * Takes a folder, which is there.
     *
     * @throws IllegalStateException if another fit has it
     * @throws IOException if the lock's file cannot be written
     */
    static FolderLock take(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!OURS.add(real)) {
            throw inUse(folder, "of this process");
        }
        try {
            return new FolderLock(real, Uninterrupted.run(() -> locked(folder)));
        } catch (IOException | RuntimeException failure) {
            OURS.remove(real);
            throw failure;
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel file = FileChannel.open(
                folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = file.tryLock();
            if (lock == null) {
                throw inUse(folder, "in process " + read(file));
            }
            file.truncate(0);
            file.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
                    0);
            return file;
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private static String read(FileChannel file) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        file.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
    }

    private static IllegalStateException inUse(Path folder, String where) {
        return new IllegalStateException("the checkpoints in " + folder + " are in use by another fit, " + where
                + ": wait until it has ended, or give this fit a folder of its own");
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            OURS.remove(folder);
        }
    }
}
