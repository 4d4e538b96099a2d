package io.regulus.spark.cluster;

import io.regulus.spark.cluster.AttemptFailedException.Outlook;
import io.regulus.spark.job.TrainingFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again what failed, from the newest checkpoint. An attempt that has brought the run to a newer checkpoint was worth it, so that only
 * those that have not are limited: a run of weeks may lose a machine every day, and each attempt that counts for nothing brings its end nearer.
 *
 * @param maxRestarts how often at most without a newer checkpoint, at least 0
 * @param pause before the second attempt; each further one that comes no further waits twice as long, up to 64 times
 * @param checkpoints where to look for the newest
 */
record RestartLoop(int maxRestarts, Duration pause, Checkpoints checkpoints) {
    private static final Logger LOG = LoggerFactory.getLogger(RestartLoop.class);
    private static final int MOST_DOUBLINGS = 6;

    /** Where checkpoints are. */
    interface Checkpoints {
        /** Before an attempt, when nobody writes any. */
        void tidy() throws IOException;

        /** The newest that is whole; empty where there is none. Names are in the order of text in that of the run. */
        Optional<String> newest() throws IOException;

        /** Where they are, to be read by people; empty where none are kept. */
        Optional<String> folder();
    }

    /** One attempt. */
    @FunctionalInterface
    interface Attempt<R> {
        /**
         * Trains to the end.
         *
         * @param checkpoint the one to go on from
         * @param first whether none went before
         */
        R run(Optional<String> checkpoint, boolean first) throws AttemptFailedException;
    }

    /**
     * What came of it.
     *
     * @param restarts how often it was started again
     */
    record Outcome<R>(R result, int restarts) {}

    /**
     * Tries until it succeeds, or fails for good.
     *
     * @throws TrainingFailedException if a failure would repeat itself, or there were too many
     */
    <R> Outcome<R> run(Attempt<R> attempt) {
        Failures failures = new Failures();
        while (true) {
            boolean looked = false;
            try {
                Optional<String> checkpoint = read(() -> {
                    checkpoints.tidy();
                    return checkpoints.newest();
                });
                looked = true;
                failures.goOnFrom(checkpoint);
                if (failures.areTooMany()) {
                    throw ended(failures);
                }
                if (failures.all > 0 || checkpoint.isPresent()) {
                    LOG.info(
                            "attempt {} begins {}",
                            failures.all + 1,
                            checkpoint.map(name -> "from " + name).orElse("anew"));
                }
                return new Outcome<>(attempt.run(checkpoint, failures.all == 0), failures.all);
            } catch (AttemptFailedException failure) {
                failures.add(failure);
                // whether an attempt counts is known when it is known how far it came
                if (failure.outlook() != Outlook.PASSES || (!looked && failures.areTooMany())) {
                    throw ended(failures);
                }
                LOG.warn("attempt {} failed: {}", failures.all, failure.getMessage());
                sleep(failures);
            }
        }
    }

    private TrainingFailedException ended(Failures failures) {
        // storage is not read by a thread that is interrupted
        boolean interrupted = Thread.interrupted();
        try {
            return new TrainingFailedException(failures.text() + whereToGoOn(), failures.last);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What failed so far. */
    private final class Failures {
        /** Those since the newest checkpoint. */
        private final List<String> causes = new ArrayList<>();

        private int all;
        private Optional<String> checkpoint = Optional.empty();
        /** The newest of all that there ever were: one that is found torn, and whole later, is nothing new. */
        private String furthest = "";

        private AttemptFailedException last;

        void goOnFrom(Optional<String> newest) {
            if (newest.isPresent() && newest.get().compareTo(furthest) > 0) {
                furthest = newest.get();
                causes.clear();
            }
            checkpoint = newest;
        }

        boolean areTooMany() {
            return causes.size() > maxRestarts;
        }

        void add(AttemptFailedException failure) {
            all++;
            last = failure;
            causes.add(checkpoint.map(name -> "from " + name + ": ").orElse("") + failure.getMessage());
        }

        String text() {
            if (causes.size() == 1 && last.outlook() != Outlook.PASSES) {
                return causes.get(0) + last.outlook().words();
            }
            int before = all - causes.size();
            StringBuilder text = new StringBuilder("the training failed in each of ")
                    .append(causes.size())
                    .append(causes.size() == 1 ? " attempt" : " attempts")
                    .append(before == 0 ? "" : " since its newest checkpoint, after " + before + " before it")
                    .append(" (maxRestarts = ")
                    .append(maxRestarts)
                    .append("):");
            for (int i = 0; i < causes.size(); i++) {
                text.append("\nattempt ").append(before + i + 1).append(": ").append(causes.get(i));
            }
            return text + last.outlook().words();
        }
    }

    /** Reads storage, which may fail for a while. */
    @FunctionalInterface
    private interface Reading {
        Optional<String> run() throws IOException;
    }

    private Optional<String> read(Reading reading) throws AttemptFailedException {
        try {
            return reading.run();
        } catch (IOException failure) {
            boolean interrupted = Thread.currentThread().isInterrupted();
            throw new AttemptFailedException(
                    "the checkpoints"
                            + checkpoints
                                    .folder()
                                    .map(folder -> " in " + folder)
                                    .orElse("") + " cannot be read: " + failure.getMessage(),
                    interrupted ? Outlook.ENDED : Outlook.PASSES,
                    failure);
        }
    }

    private String whereToGoOn() {
        String logs = "\nWorkers write to the logs of their executors.";
        Optional<String> folder = checkpoints.folder();
        if (folder.isEmpty()) {
            return "\nNo checkpoints were kept." + logs;
        }
        String newest;
        try {
            newest = checkpoints
                    .newest()
                    .map(name -> "The newest checkpoint in " + folder.get() + " is " + name
                            + ": a fit with the same folder goes on from there.")
                    .orElse("There is no checkpoint in " + folder.get() + " yet.");
        } catch (IOException failure) {
            newest = "The checkpoints in " + folder.get() + " cannot be read: " + failure.getMessage();
        }
        return "\n" + newest + logs;
    }

    private void sleep(Failures failures) {
        int doublings = Math.max(0, Math.min(failures.causes.size() - 1, MOST_DOUBLINGS));
        try {
            Thread.sleep(pause.multipliedBy(1L << doublings).toMillis());
        } catch (InterruptedException interrupted) {
            String text = failures.text() + "\nThe training was interrupted before the next attempt." + whereToGoOn();
            Thread.currentThread().interrupt();
            throw new TrainingFailedException(text, interrupted);
        }
    }
}
