package io.regulus.spark.cluster;

import io.regulus.spark.job.Limits;
import io.regulus.spark.worker.Failure;
import io.regulus.spark.worker.Message;
import java.io.IOException;
import java.util.Optional;
import org.apache.spark.BarrierTaskContext;
import org.apache.spark.util.CollectionAccumulator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a process that trains together with the others, and waits for its end, or for that of its time or of the task. */
final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int POLL_MILLIS = 200;
    /** A process that lives says so every second. */
    private static final int SILENT_SECONDS = 5;

    private final Child child;
    private final Limits limits;
    private final Place place;
    private final BarrierTaskContext context;
    private final CollectionAccumulator<String> epochs;

    private long heard = System.nanoTime();
    private long progressed = heard;
    private long steps;
    private boolean spoke;

    Watch(Child child, Limits limits, Place place, BarrierTaskContext context, CollectionAccumulator<String> epochs) {
        this.child = child;
        this.limits = limits;
        this.place = place;
        this.context = context;
        this.epochs = epochs;
    }

    /** What is to be done again and again meanwhile. */
    @FunctionalInterface
    interface Meanwhile {
        void run() throws IOException, InterruptedException;
    }

    /** Watches to the end; empty if all went well. */
    Optional<Failure> run(int workers, Meanwhile meanwhile) throws IOException, InterruptedException {
        while (true) {
            context.killTaskIfInterrupted();
            meanwhile.run();
            Optional<Message> message = child.poll(POLL_MILLIS);
            if (message.isEmpty()) {
                Optional<Failure> failure = child.isOver() ? Optional.of(ended()) : late();
                if (failure.isPresent()) {
                    return failure;
                }
                continue;
            }
            heard = System.nanoTime();
            spoke = true;
            if (message.get() instanceof Message.Done) {
                return Optional.empty();
            } else if (message.get() instanceof Message.Failed failed) {
                return Optional.of(failed.failure());
            } else if (message.get() instanceof Message.Listening listening) {
                join(listening.port(), workers);
            } else if (message.get() instanceof Message.Stepped stepped) {
                steps = stepped.step();
                progressed = heard;
            } else if (message.get() instanceof Message.Progressed) {
                progressed = heard;
            } else if (message.get() instanceof Message.EpochEnded epoch) {
                if (place.rank() == 0) {
                    // the same in all
                    epochs.add("epoch " + epoch.epoch() + ": " + epoch.summary());
                }
                progressed = heard;
            }
        }
    }

    private void join(int port, int workers) throws IOException {
        String[] addresses = context.allGather(place.host() + ":" + port);
        if (addresses.length != workers) {
            throw new IOException(addresses.length + " workers have come together in the place of " + workers);
        }
        try {
            child.tell(String.join(" ", addresses));
        } catch (IOException ended) {
            // why it has ended is among its last messages
            LOG.info("worker {}: its process does not listen any more: {}", place.rank(), ended.toString());
        }
        // the others have come only now
        heard = System.nanoTime();
        progressed = heard;
    }

    private Failure ended() throws IOException {
        return spoke || child.isKilled()
                ? new Failure(child.ending(), child.lastWords(), Failure.Kind.PASSES)
                : new Failure(
                        "the JVM of the worker did not start, " + child.ending() + "; are jvmOptions right?",
                        child.lastWords(),
                        Failure.Kind.REPEATS);
    }

    private Optional<Failure> late() throws IOException {
        int limit = steps == 0 ? limits.startSeconds() : limits.stallSeconds();
        if (seconds(progressed) < limit) {
            return Optional.empty();
        }
        String what = steps == 0
                ? "no step was finished within the " + limit + " s that it may take to start"
                : "nothing was finished for " + limit + " s, the last step was " + steps;
        boolean silent = seconds(heard) >= SILENT_SECONDS;
        return Optional.of(
                silent
                        ? new Failure(
                                what + "; the process itself did not answer for " + seconds(heard) + " s",
                                child.lastWords(),
                                Failure.Kind.PASSES)
                        : new Failure(
                                what + "; it waits, as it seems, for another worker, or needs more time than that",
                                child.lastWords(),
                                Failure.Kind.FOLLOWS));
    }

    private static long seconds(long since) {
        return (System.nanoTime() - since) / 1_000_000_000;
    }
}
