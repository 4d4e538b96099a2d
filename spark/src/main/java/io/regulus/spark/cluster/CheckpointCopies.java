package io.regulus.spark.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Copies each new checkpoint of a machine to the shared storage, while the training goes on. */
final class CheckpointCopies implements AutoCloseable {
    private final Path local;
    private final SharedCheckpoints shared;
    private final int limitSeconds;
    private final Background copying = new Background();
    private Optional<Path> last;

    /**
     * Copies.
     *
     * @param local the folder of this machine; what is there already came from the shared one
     * @param limitSeconds so long one copy may take
     */
    CheckpointCopies(Path local, SharedCheckpoints shared, int limitSeconds) throws IOException {
        this.local = local;
        this.shared = shared;
        this.limitSeconds = limitSeconds;
        last = newest();
    }

    /**
     * Begins to copy the newest if it is new and no other is on its way.
     *
     * @throws IOException if the one before could not be copied, or hangs
     */
    void look() throws IOException {
        copying.require(limitSeconds, what());
        if (copying.isBusy()) {
            return;
        }
        Optional<Path> newest = newest();
        if (newest.isPresent() && !newest.equals(last)) {
            last = newest;
            copying.run(() -> store(newest.get()));
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

    private void store(Path checkpoint) throws IOException {
        try {
            shared.store(checkpoint);
        } catch (NoSuchFileException overtaken) {
            // the training keeps the newest few only: a newer one is there
            if (Files.exists(checkpoint)) {
                throw overtaken;
            }
        }
    }

    private Optional<Path> newest() throws IOException {
        if (!Files.isDirectory(local)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(local)) {
            return entries.filter(entry -> SharedCheckpoints.NAME
                            .matcher(entry.getFileName().toString())
                            .matches())
                    .max(Path::compareTo);
        }
    }

    @Override
    public void close() {
        copying.close();
    }
}
