package io.regulus.spark.cluster;

import io.regulus.spark.job.TrainingFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again what failed, from the newest checkpoint, a limited number of times.
 *
 * @param maxRestarts at least 0
 * @param pause between an attempt and the next
 * @param checkpoints where to look for the newest
 */
record RestartLoop(int maxRestarts, Duration pause, Checkpoints checkpoints) {
    private static final Logger LOG = LoggerFactory.getLogger(RestartLoop.class);

    /** Where checkpoints are. */
    interface Checkpoints {
        /** The newest that is whole; empty where there is none. */
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
         */
        R run(Optional<String> checkpoint) throws AttemptFailedException;
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
        List<String> causes = new ArrayList<>();
        while (true) {
            Optional<String> checkpoint = newest(causes);
            try {
                return new Outcome<>(attempt.run(checkpoint), causes.size());
            } catch (AttemptFailedException failure) {
                causes.add((checkpoint.isPresent() ? "from " + checkpoint.get() + ": " : "") + failure.getMessage());
                if (failure.repeats()) {
                    throw new TrainingFailedException(
                            failure.getMessage() + "\nThis would come again: it was not restarted." + whereToGoOn(),
                            failure);
                }
                if (causes.size() > maxRestarts) {
                    throw new TrainingFailedException(text(causes), failure);
                }
                LOG.warn(
                        "attempt {} of {} failed, and is restarted: {}",
                        causes.size(),
                        maxRestarts + 1,
                        failure.getMessage());
                sleep();
            }
        }
    }

    private Optional<String> newest(List<String> causes) {
        try {
            return checkpoints.newest();
        } catch (IOException failure) {
            throw new TrainingFailedException(
                    "the checkpoints"
                            + checkpoints
                                    .folder()
                                    .map(folder -> " in " + folder)
                                    .orElse("") + " cannot be read: " + failure
                            + (causes.isEmpty() ? "" : "\n" + text(causes)),
                    failure);
        }
    }

    private String text(List<String> causes) {
        StringBuilder text = new StringBuilder("the training failed in each of ")
                .append(causes.size())
                .append(causes.size() == 1 ? " attempt" : " attempts")
                .append(" (maxRestarts = ")
                .append(maxRestarts)
                .append("):");
        for (int i = 0; i < causes.size(); i++) {
            text.append("\nattempt ").append(i + 1).append(": ").append(causes.get(i));
        }
        return text + whereToGoOn();
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
            throw new TrainingFailedException("the training was interrupted between two attempts", interrupted);
        }
    }
}
