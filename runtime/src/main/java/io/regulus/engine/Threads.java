package io.regulus.engine;

import io.regulus.ops.Variable;
import java.lang.System.Logger;
import java.util.concurrent.atomic.AtomicInteger;
import org.tensorflow.proto.ConfigProto;

/**
 * How many threads a session uses where the user did not say: by the size of the network, for on a small one handing work
 * to a second thread costs more than that thread saves.
 */
final class Threads {
    private static final Logger log = System.getLogger(Threads.class.getName());

    /** TensorFlow's word for running every op on the thread that calls. */
    private static final int CALLERS_THREAD = -1;

    /** Trained values up to which the ops of a network without images run one after the other, on the calling thread. */
    private static final long SMALL = 100_000;

    /** Trained values up to which an op of a network without images runs on one thread. */
    private static final long MEDIUM = 1_000_000;

    /** What the first session of this process took: TensorFlow shares one pool for the inside of ops. */
    private static final AtomicInteger FIRST = new AtomicInteger(-1);

    private Threads() {}

    /** The configuration of a session. */
    static ConfigProto config(Settings settings, Blueprint<?, ?> blueprint, Iterable<Variable<?>> variables) {
        boolean images = blueprint.input().row().size() > 1;
        long values = 0;
        for (Variable<?> variable : variables) {
            values += variable.role().trained() ? variable.size() : 0;
        }
        int intraOp = settings.intraOpThreads() == 0 && !images && values <= MEDIUM ? 1 : settings.intraOpThreads();
        int interOp = settings.interOpThreads() == 0 && !images && values <= SMALL
                ? CALLERS_THREAD
                : settings.interOpThreads();
        if (!FIRST.compareAndSet(-1, intraOp) && FIRST.get() != intraOp) {
            log.log(
                    Logger.Level.WARNING,
                    "{0} would run each op on {1} threads, but the first model of this process fixed {2} for all (0: as"
                            + " many as there are cores). Give the first model Settings.defaults().withThreads(...).",
                    blueprint.name(),
                    intraOp,
                    FIRST.get());
        }
        return ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(intraOp)
                .setInterOpParallelismThreads(interOp)
                .build();
    }
}
