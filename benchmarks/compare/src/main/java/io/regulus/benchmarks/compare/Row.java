package io.regulus.benchmarks.compare;

import io.regulus.benchmarks.Limit;
import io.regulus.benchmarks.Outcome;
import io.regulus.benchmarks.Workload;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A contender at a workload, at its better setting. Numbers are medians over the rounds.
 *
 * @param threads of the setting; Regulus chooses for itself above 1
 * @param stepsPerSecond steps, or calls of predict
 * @param ratio of steps per second to the baseline's better setting, round by round
 * @param limitShare of the fastest matrix product of the machine, at any number of threads
 * @param loss after training, the same for all but for their random numbers
 * @param codeLines of the source for W1; in rows of other workloads none
 */
record Row(
        Workload workload,
        Program program,
        int threads,
        double stepsPerSecond,
        double cpuMillisPerStep,
        OptionalDouble ratio,
        double limitShare,
        double peakMegabytes,
        double firstStepSeconds,
        double networkSeconds,
        OptionalDouble loss,
        OptionalInt codeLines) {
    /** Of the runs at the better setting, one at least. */
    static Row of(List<Run> runs, List<Run> baseline, Limit limit, OptionalInt codeLines) {
        Run first = runs.get(0);
        Workload workload = first.workload();
        double speed = Statistics.median(runs, Statistics::speed);
        return new Row(
                workload,
                first.program(),
                first.threads(),
                speed,
                Statistics.median(runs, run -> run.outcome().cpuMillisPerStep()),
                Statistics.ratio(runs, baseline),
                speed * workload.flops() / 1e9 / limit.of(first.program().precision()),
                Statistics.median(runs, run -> run.outcome().peakMegabytes()),
                Statistics.median(runs, run -> run.outcome().firstStepSeconds()),
                Statistics.median(runs, run -> run.outcome().networkSeconds()),
                loss(runs),
                codeLines);
    }

    private static OptionalDouble loss(List<Run> runs) {
        double[] losses = runs.stream()
                .map(Run::outcome)
                .map(Outcome::training)
                .filter(training -> training != null)
                .mapToDouble(Outcome.Training::loss)
                .toArray();
        return losses.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Statistics.median(losses));
    }
}
