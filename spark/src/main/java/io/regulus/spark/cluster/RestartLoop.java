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
 * @param pause between an attempt and the next
 * @param checkpoints where to look for the newest
 */
record RestartLoop(int maxRestarts, Duration pause, Checkpoints checkpoints) {
    private static final Logger LOG = LoggerFactory.getLogger(RestartLoop.class);

    /** Where checkpoints are. */
    interface Checkpoints {
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
                Optional<String> checkpoint = newest();
                looked = true;
                failures.goOnFrom(checkpoint);
                if (failures.areTooMany()) {
                    throw ended(failures);
                }
                return new Outcome<>(attempt.run(checkpoint, failures.all == 0), failures.all);
            } catch (AttemptFailedException failure) {
                failures.add(failure);
                // whether an attempt counts is known when it is known how far it came
                if (failure.outlook() != Outlook.PASSES || (!looked && failures.areTooMany())) {
                    throw ended(failures);
                }
                LOG.warn("attempt {} failed: {}", failures.all, failure.getMessage());
                sleep();
            }
        }
    }

    private TrainingFailedException ended(Failures failures) {
        return new TrainingFailedException(failures.text() + whereToGoOn(), failures.last);
    }

    /** What failed so far. */
    private final class Failures {
        /** Those since the newest checkpoint. */
        private final List<String> causes = new ArrayList<>();

        private int all;
        private Optional<String> checkpoint = Optional.empty();
        private AttemptFailedException last;

        void goOnFrom(Optional<String> newest) {
            if (newest.isPresent()
                    && checkpoint.map(old -> old.compareTo(newest.get()) < 0).orElse(true)) {
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

    private Optional<String> newest() throws AttemptFailedException {
        try {
            return checkpoints.newest();
        } catch (IOException failure) {
            throw new AttemptFailedException(
                    "the checkpoints"
                            + checkpoints
                                    .folder()
                                    .map(folder -> " in " + folder)
                                    .orElse("") + " cannot be read: " + failure,
                    Outlook.PASSES,
                    failure);
        }
    }

    private String whereToGoOn() {
        String logs = "\nThe logs of the executors named above say more.";
        Optional<String> folder = checkpoints.folder();
        if (folder.isEmpty()) {
            return "\nNo checkpoints were kept: each attempt began anew." + logs;
        }
        String newest;
        try {
            newest = checkpoints
                    .newest()
                    .map(name -> "is " + name + ": a fit with the same folder goes on from there")
                    .orElse("there is none");
        } catch (IOException failure) {
            newest = "cannot be read: " + failure;
        }
        return "\nThe newest checkpoint in " + folder.get() + " " + newest + "." + logs;
    }

    private void sleep() {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TrainingFailedException(
                    "the training was interrupted between two attempts" + whereToGoOn(), interrupted);
        }
    }
}
