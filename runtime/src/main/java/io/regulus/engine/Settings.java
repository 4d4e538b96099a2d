package io.regulus.engine;

import java.util.Objects;
import java.util.Optional;

/**
 * How a model runs, as opposed to what it is.
 *
 * @param seed what initial weights and dropout masks depend on; 1 by default. The same seed on the same CPU with the same
 *     thread counts, and with the native kernels both times or neither time, gives the same bits
 * @param intraOpThreads threads within one op; 0, the default, is 1 for a network without images and of at most 1,000,000
 *     trained values, and else as many as there are cores. The first model of a process fixes this for the process, for
 *     TensorFlow shares one pool; the first later model that wants another number says so in the log
 * @param interOpThreads ops run at a time; 1 runs them on the calling thread. 0, the default, is 1 for a network without
 *     images and of at most 1,000,000 trained values, and else leaves the choice to TensorFlow
 * @param kernels whether to use the native kernels on a CPU where {@code regulus-kernels-native} is on the class path; on by
 *     default. They compute the same in fewer passes over memory; only batch norm sums in another order
 * @param device what it runs on; by default a GPU where TensorFlow finds one, else the CPU
 * @param group the processes that train it together; empty, the default, where this one does alone
 */
public record Settings(
        long seed,
        int intraOpThreads,
        int interOpThreads,
        boolean kernels,
        Device device,
        Optional<ProcessGroup> group) {
    public Settings {
        if (intraOpThreads < 0 || interOpThreads < 0) {
            throw new IllegalArgumentException("threads = (intra " + intraOpThreads + ", inter " + interOpThreads
                    + "): neither may be negative; 0 leaves the choice to Regulus");
        }
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(group, "group");
    }

    /** Seed 1, threads by the size of the network, a GPU where there is one. */
    public static Settings defaults() {
        return new Settings(1, 0, 0, true, Device.AUTO, Optional.empty());
    }

    /** With another seed. */
    public Settings withSeed(long value) {
        return new Settings(value, intraOpThreads, interOpThreads, kernels, device, group);
    }

    /** With given thread counts; 0 leaves the choice to Regulus. */
    public Settings withThreads(int intraOp, int interOp) {
        return new Settings(seed, intraOp, interOp, kernels, device, group);
    }

    /** With the native kernels where they are there, or without. */
    public Settings withKernels(boolean use) {
        return new Settings(seed, intraOpThreads, interOpThreads, use, device, group);
    }

    /** On a given device. */
    public Settings withDevice(Device value) {
        return new Settings(seed, intraOpThreads, interOpThreads, kernels, value, group);
    }

    /** As one of several processes that train together. */
    public Settings withGroup(ProcessGroup value) {
        return new Settings(seed, intraOpThreads, interOpThreads, kernels, device, Optional.of(value));
    }
}
