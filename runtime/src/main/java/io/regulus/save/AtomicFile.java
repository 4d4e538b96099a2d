package io.regulus.save;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a file in one step: whoever looks, also after a crash or a power cut, finds the old file or the new one,
 * whole.
 */
final class AtomicFile {
    private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);
    private static final String TEMPORARY = ".tmp";
    /** What stands before the random part of a temporary file's name: the process that writes it. */
    private static final Pattern WRITER = Pattern.compile("([0-9]{1,18})-");

    private static final long PROCESS = ProcessHandle.current().pid();

    /** What this process is writing, by the files' names, of which no two are alike. */
    private static final Set<String> UNDER_WAY = ConcurrentHashMap.newKeySet();

    private AtomicFile() {}

    /** Writes the new content. */
    interface Writer {
        void write(FileChannel file) throws IOException;
    }

    /**
     * Writes beside the target, then moves over it. What fails leaves the old file, and nothing beside it; what a process left that died
     * meanwhile is deleted by the next one. An interrupt makes it begin anew.
     */
    static void replace(Path target, Writer writer) throws IOException {
        tidy(target);
        Uninterrupted.run(() -> replaced(target, writer));
    }

    private static Path replaced(Path target, Writer writer) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        // Not Files.createTempFile: its files are readable by their owner only, and the move would keep that.
        String name = target.getFileName() + "." + PROCESS + "-" + UUID.randomUUID() + TEMPORARY;
        Path temporary = folder.resolve(name);
        UNDER_WAY.add(name);
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
        } finally {
            UNDER_WAY.remove(name);
        }
        syncFolder(folder);
        return target;
    }

    /**
     * Deletes what processes that died while they wrote have left beside the target, and nothing that is being written. What cannot be
     * deleted is logged: it does no harm but for its size.
     */
    static void tidy(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, file -> isLeftBeside(target, file))) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | DirectoryIteratorException failure) {
            LOG.warn("cannot delete what was left half written beside {}: {}", target, failure.toString());
        }
    }

    private static boolean isLeftBeside(Path target, Path file) {
        String name = file.getFileName().toString();
        String prefix = target.getFileName() + ".";
        if (!name.startsWith(prefix) || !name.endsWith(TEMPORARY) || UNDER_WAY.contains(name)) {
            return false;
        }
        Matcher writer = WRITER.matcher(name.substring(prefix.length()));
        return writer.lookingAt() && !isAlive(Long.parseLong(writer.group(1)));
    }

    /** Whether another process of that number lives; where it is this one's, the file is that of an earlier process. */
    private static boolean isAlive(long process) {
        return process != PROCESS && ProcessHandle.of(process).isPresent();
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
