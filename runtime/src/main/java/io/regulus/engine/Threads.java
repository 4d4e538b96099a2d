package io.regulus.engine;

import java.lang.System.Logger;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many threads a session uses. Where the user did not say it is a matter of the network's size, which is known when it
 * is compiled: on a small one handing work to a second thread costs more than that thread saves.
 *
 * @param intraOp threads within one op; 0 leaves the choice to TensorFlow
 * @param interOp ops run at a time; 0 leaves the choice to TensorFlow
 * @param manyRuns whether other cores are free for further runs: a step has one thread because it is small, and not because
 *     the user wants one
 */
record Threads(int intraOp, int interOp, boolean manyRuns) {
    /** TensorFlow's word for running every op on the thread that calls. */
    private static final int CALLERS_THREAD = -1;

    /** Trained values, of tables those that a row reads, up to which all of a network without images and sequences runs on the calling thread. */
    private static final long SMALL = 1_000_000;

    /** What the first session of this process took: TensorFlow shares one pool for the inside of ops. */
    private static final AtomicInteger FIRST = new AtomicInteger(-1);

    /** What a model with these settings gets. */
    static Threads of(Settings settings, NetworkPlan plan) {
        boolean rows = plan.inputs().stream().allMatch(input -> input.row().size() == 1);
        boolean small = rows && !plan.relatesSteps() && plan.valuesPerRow() <= SMALL;
        int intraOp = small && settings.intraOpThreads() == 0 ? 1 : settings.intraOpThreads();
        int interOp = small && settings.interOpThreads() == 0 ? 1 : settings.interOpThreads();
        boolean chosenHere = settings.intraOpThreads() == 0 && settings.interOpThreads() == 0;
        // a pool of one thread would run ops one by one as well, and have to be woken for every step
        return new Threads(intraOp, interOp == 1 ? CALLERS_THREAD : interOp, small && chosenHere);
    }

    /** Threads within a native kernel, which TensorFlow's pool knows nothing of. */
    int ofKernels() {
        return intraOp == 0 ? Runtime.getRuntime().availableProcessors() : intraOp;
    }

    /** To be called where a session is made. */
    void claim(String network) {
        if (!FIRST.compareAndSet(-1, intraOp) && FIRST.get() != intraOp) {
            System.getLogger(Threads.class.getName())
                    .log(
                            Logger.Level.WARNING,
                            "{0} would run each op on {1}, but the first model of this process fixed {2} for all. Give the"
                                    + " first model Settings.defaults().withThreads(...).",
                            network,
                            words(intraOp),
                            words(FIRST.get()));
        }
    }

    private static String words(int intraOp) {
        return switch (intraOp) {
            case 0 -> "as many threads as there are cores";
            case 1 -> "one thread";
            default -> intraOp + " threads";
        };
    }
}
