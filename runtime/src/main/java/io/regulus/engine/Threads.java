package io.regulus.engine;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

    /**
     * Trained values, of tables those that a row reads, up to which all of a network without images and sequences runs on the
     * calling thread.
     */
    private static final long SMALL = 1_000_000;

    /** What the first session of this process took: TensorFlow shares one pool for the inside of ops. */
    private static final AtomicInteger FIRST = new AtomicInteger(-1);

    /** Whether the log has said that a model wanted another number: it says so once. */
    private static final AtomicBoolean TOLD = new AtomicBoolean();

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
        return number(intraOp);
    }

    /** How many there are in effect, where 0 is as many as there are cores. */
    private static int number(int intraOp) {
        return intraOp == 0 ? Runtime.getRuntime().availableProcessors() : intraOp;
    }

    /** To be called where a session is made. */
    void claim(String network) {
        if (!FIRST.compareAndSet(-1, intraOp)) {
            conflict(network, FIRST.get())
                    .filter(warning -> TOLD.compareAndSet(false, true))
                    .ifPresent(LOG::warn);
        }
    }

    /**
     * What there is to say where the process has another number of threads within one op.
     *
     * @param fixed what the first session took
     */
    Optional<String> conflict(String network, int fixed) {
        if (number(fixed) == number(intraOp)) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                "%s would run each op on %s, but the first model of this process fixed %s for all. To have %d for all, give"
                        + " the first model Settings.defaults().withThreads(%d, 0): the first number is threads within one op,"
                        + " the second ops at a time, 0 the default.",
                network, words(number(intraOp)), words(number(fixed)), number(intraOp), number(intraOp)));
    }

    private static String words(int threads) {
        return threads == 1 ? "one thread" : threads + " threads";
    }
}
