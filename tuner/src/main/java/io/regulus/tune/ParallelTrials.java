package io.regulus.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs proposals, some at a time, and keeps what comes of them. */
record ParallelTrials(int atATime, Training training, Journal journal, Consumer<Trial> listener) {
    /** Returns the trials in the order of the proposals. */
    List<Trial> run(List<Proposal> proposals) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(atATime, proposals.size()));
        try {
            ExecutorCompletionService<Trial> ended = new ExecutorCompletionService<>(threads);
            List<Future<Trial>> trials = proposals.stream()
                    .map(proposal -> ended.submit(() -> trial(proposal)))
                    .toList();
            for (int i = 0; i < proposals.size(); i++) {
                ended.take().get(); // the first that fails ends the search, whichever it is
            }
            return collected(trials);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the search was interrupted; with a folder it goes on from there");
        } catch (ExecutionException failure) {
            throw rethrown(failure.getCause());
        } finally {
            end(threads);
        }
    }

    private static List<Trial> collected(List<Future<Trial>> ended) throws InterruptedException, ExecutionException {
        List<Trial> trials = new ArrayList<>();
        for (Future<Trial> one : ended) {
            trials.add(one.get());
        }
        return trials;
    }

    private Trial trial(Proposal proposal) {
        Trial trial = journal.trial(proposal).orElseGet(() -> journal.add(training.run(proposal)));
        synchronized (journal) {
            listener.accept(trial);
        }
        return trial;
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException) cause; // a trial throws nothing checked
    }

    /** Waits for steps under way: models must not outlive the search. */
    private static void end(ExecutorService threads) {
        threads.shutdownNow();
        boolean interrupted = false;
        while (true) {
            try {
                if (threads.awaitTermination(1, TimeUnit.MINUTES)) {
                    break;
                }
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
