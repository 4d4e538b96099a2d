package io.regulus.spark.cluster;

import io.regulus.spark.job.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Copies each new checkpoint of a machine to the shared storage, while the training goes on. */
final class CheckpointCopies implements AutoCloseable {
    private final Path local;
    private final SharedCheckpoints shared;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "regulus-checkpoints");
        made.setDaemon(true);
        return made;
    });
    private Optional<Path> last;
    private Future<?> copy;

    /**
     * Copies.
     *
     * @param local the folder of this machine; what is there already came from the shared one
     */
    CheckpointCopies(Path local, SharedCheckpoints shared) throws IOException {
        this.local = local;
        this.shared = shared;
        last = newest();
    }

    /**
     * Begins to copy the newest if it is new and no other is on its way.
     *
     * @throws IOException if the one before could not be copied
     */
    void look() throws IOException {
        if (copy != null && !copy.isDone()) {
            return;
        }
        requireCopied();
        Optional<Path> newest = newest();
        if (newest.isPresent() && !newest.equals(last)) {
            last = newest;
            copy = thread.submit(() -> {
                store(newest.get());
                return null;
            });
        }
    }

    /**
     * Copies the last one, and waits for it.
     *
     * @throws IOException if that fails, or takes longer than a stalled training may
     */
    void finish(Limits limits) throws IOException, InterruptedException {
        int seconds = limits.stallSeconds();
        // the one under way, and the one that came meanwhile
        for (int i = 0; i < 2; i++) {
            if (copy != null) {
                await(seconds);
            }
            look();
        }
        if (copy != null) {
            await(seconds);
        }
        requireCopied();
    }

    private void await(int seconds) throws IOException, InterruptedException {
        try {
            copy.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw failed(failure);
        } catch (TimeoutException late) {
            throw new IOException(
                    "the last checkpoint was not copied to " + shared + " within " + seconds + " s", late);
        }
    }

    private void requireCopied() throws IOException {
        if (copy == null) {
            return;
        }
        try {
            copy.get();
        } catch (ExecutionException failure) {
            throw failed(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private IOException failed(ExecutionException failure) {
        return new IOException(
                "the checkpoint " + last.map(Path::getFileName).orElseThrow() + " could not be copied to " + shared
                        + ": " + failure.getCause(),
                failure);
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
        thread.shutdownNow();
    }
}
