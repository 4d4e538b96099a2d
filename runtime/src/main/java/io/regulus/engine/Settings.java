package io.regulus.engine;

/**
 * How a model runs, as opposed to what it is.
 *
 * @param seed what initial weights and dropout masks depend on; 1 by default. The same seed on the same machine with the
 *     same thread counts gives the same bits
 * @param intraOpThreads threads within one op; 0, the default, leaves the choice to TensorFlow. The first model of a process
 *     fixes this for the process: TensorFlow shares one pool
 * @param interOpThreads ops run at a time; 0, the default, leaves the choice to TensorFlow, but runs a network
 *     without images and of at most 100,000 trained values on the calling thread, which is up to twice as fast
 */
public record Settings(long seed, int intraOpThreads, int interOpThreads) {
    public Settings {
        if (intraOpThreads < 0 || interOpThreads < 0) {
            throw new IllegalArgumentException("threads = (intra " + intraOpThreads + ", inter " + interOpThreads
                    + "): neither may be negative; 0 leaves the choice to TensorFlow");
        }
    }

    /** Seed 1, threads as TensorFlow chooses. */
    public static Settings defaults() {
        return new Settings(1, 0, 0);
    }

    /** With another seed. */
    public Settings withSeed(long value) {
        return new Settings(value, intraOpThreads, interOpThreads);
    }

    /** With given thread counts; 0 leaves the choice to TensorFlow. */
    public Settings withThreads(int intraOp, int interOp) {
        return new Settings(seed, intraOp, interOp);
    }
}
