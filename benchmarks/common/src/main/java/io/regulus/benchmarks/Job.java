package io.regulus.benchmarks;

import com.google.gson.Gson;

/**
 * What one process of a contender does. It travels as the process's only argument.
 *
 * @param workload what is measured
 * @param precision what matrix products are computed in
 * @param threads as many as the runner has set the environment for; a contender with a choice of its own makes it above 1
 * @param effort how much
 * @param launchedMillis wall clock when the process was launched: the start of the JVM counts as time to the first step
 */
public record Job(Workload workload, Precision precision, int threads, Effort effort, long launchedMillis) {
    /** The argument of the process. */
    public String argument() {
        return new Gson().toJson(this);
    }

    /** The job of a process, by its argument. */
    public static Job of(String argument) {
        return new Gson().fromJson(argument, Job.class);
    }
}
