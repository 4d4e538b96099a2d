package io.regulus.benchmarks.compare;

import io.regulus.benchmarks.Effort;
import io.regulus.benchmarks.Workload;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What is run.
 *
 * @param rounds how often everything is run
 * @param threads the settings that every contender is run at
 * @param workloads in their order
 * @param programs the contenders, in the order of their turns
 * @param full whether long enough for numbers to be quoted
 */
record Plan(int rounds, List<Integer> threads, List<Workload> workloads, List<Program> programs, boolean full) {
    /** An epoch stands for a training of that size; the slowest contender takes some minutes for those of W3. */
    private static final int ROWS = 8192;

    private static final double SECONDS_OF_PREDICTION = 3;
    private static final double SECONDS_PER_PRODUCT = 1;

    private static final double SHORT_SECONDS_OF_PREDICTION = 0.3;
    private static final double SHORT_SECONDS_PER_PRODUCT = 0.3;

    /** The plan without the contenders that cannot be run. */
    Plan only(Predicate<Program> runnable) {
        return new Plan(
                rounds, threads, workloads, programs.stream().filter(runnable).toList(), full);
    }

    Effort effort(Workload workload) {
        return full ? fullEffort(workload) : shortEffort(workload);
    }

    private static Effort fullEffort(Workload workload) {
        return switch (workload.network()) {
            case MLP -> new Effort(ROWS, 2, 6, SECONDS_OF_PREDICTION);
            case WIDE_MLP -> new Effort(ROWS, 2, 3, SECONDS_OF_PREDICTION);
            case CNN -> new Effort(ROWS, 1, 2, SECONDS_OF_PREDICTION);
            case REGRESSION -> new Effort(ROWS, 16, 64, SECONDS_OF_PREDICTION);
            case EMBEDDING -> new Effort(ROWS, 2, 6, SECONDS_OF_PREDICTION);
            case LSTM -> new Effort(ROWS, 1, 2, SECONDS_OF_PREDICTION);
        };
    }

    /** As few steps as show that the loss falls. */
    private static Effort shortEffort(Workload workload) {
        return switch (workload.network()) {
            case MLP -> new Effort(2048, 2, 1, SHORT_SECONDS_OF_PREDICTION);
            case WIDE_MLP -> new Effort(2048, 3, 1, SHORT_SECONDS_OF_PREDICTION);
            case CNN -> new Effort(1024, 1, 1, SHORT_SECONDS_OF_PREDICTION);
            case REGRESSION -> new Effort(2048, 2, 2, SHORT_SECONDS_OF_PREDICTION);
            case EMBEDDING -> new Effort(2048, 2, 1, SHORT_SECONDS_OF_PREDICTION);
            case LSTM -> new Effort(1024, 1, 1, SHORT_SECONDS_OF_PREDICTION);
        };
    }

    /**
     * Variables of the contenders' environment: none where numbers may be quoted. On a busy machine the waiting loops of
     * OpenMP make DJL and DL4J slower by ten times and more; a check of a build is not to take that long.
     */
    Map<String, String> variables() {
        return full ? Map.of() : Map.of("OMP_WAIT_POLICY", "passive");
    }

    double secondsPerProduct() {
        return full ? SECONDS_PER_PRODUCT : SHORT_SECONDS_PER_PRODUCT;
    }
}
