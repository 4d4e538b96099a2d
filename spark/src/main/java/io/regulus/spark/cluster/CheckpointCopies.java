package io.regulus.spark.cluster;

import io.regulus.save.AtomicFolder;
import io.regulus.spark.worker.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Copies each new checkpoint of a machine to the shared storage, while the training goes on; where that is slower than the training, each that
 * is the newest when the one before has been copied.
 */
final class CheckpointCopies implements AutoCloseable {
    private final WorkFolder folder;
    private final SharedCheckpoints shared;
    private final int limitSeconds;
    private final Background copying;
    private Optional<Path> last;

    /**
     * Copies.
     *
     * @param folder of the worker; the checkpoints that are there already came from the shared ones
     * @param limitSeconds so long one copy may take
     * @param meanwhile called again and again by whoever waits for one
     */
    CheckpointCopies(WorkFolder folder, SharedCheckpoints shared, int limitSeconds, Runnable meanwhile)
            throws IOException {
        this.folder = folder;
        this.shared = shared;
        this.limitSeconds = limitSeconds;
        this.copying = new Background(meanwhile);
        last = newest();
    }

    /**
     * Begins to copy the newest if it is new and no other is on its way.
     *
     * @throws IOException if the one before could not be copied, or hangs
     */
    void look() throws IOException, InterruptedException {
        copying.require(limitSeconds, what());
        if (copying.isBusy()) {
            return;
        }
        Optional<Path> newest = newest();
        if (newest.isPresent() && !newest.equals(last)) {
            Optional<Path> held = held(newest.get());
            if (held.isPresent()) {
                last = newest;
                copying.run(() -> store(held.get()));
            }
        }
    }

    /**
     * Copies the last one, and waits for it.
     *
     * @throws IOException if that fails, or takes too long
     */
    void finish() throws IOException, InterruptedException {
        copying.await(limitSeconds, what());
        // the one that came meanwhile
        look();
        copying.await(limitSeconds, what());
    }

    private String what() {
        return "the checkpoint "
                + last.map(path -> path.getFileName().toString()).orElse("") + " to be copied to " + shared;
    }

    /** The training keeps the newest few only: a link keeps the files while they are copied. Empty if they are gone. */
    private Optional<Path> held(Path checkpoint) throws IOException {
        Path held = Files.createDirectories(folder.outgoing().resolve(checkpoint.getFileName()));
        try (Stream<Path> files = Files.list(checkpoint)) {
            for (Path file : files.toList()) {
                Files.createLink(held.resolve(file.getFileName()), file);
            }
            return Optional.of(held);
        } catch (NoSuchFileException gone) {
            // there is a newer one
            AtomicFolder.deleteTree(held);
            return Optional.empty();
        }
    }

    private void store(Path held) throws IOException {
        try {
            shared.store(held);
        } finally {
            AtomicFolder.deleteTree(held);
        }
    }

    private Optional<Path> newest() throws IOException {
        if (!Files.isDirectory(folder.checkpoints())) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(folder.checkpoints())) {
            List<Path> checkpoints = entries.filter(entry -> SharedCheckpoints.NAME
                            .matcher(entry.getFileName().toString())
                            .matches())
                    .toList();
            return checkpoints.stream().max(Path::compareTo);
        }
    }

    @Override
    public void close() {
        copying.close();
    }
}
