package io.regulus.benchmarks.compare;

import io.regulus.benchmarks.Job;
import io.regulus.benchmarks.Limit;
import io.regulus.benchmarks.Outcome;
import io.regulus.benchmarks.Workload;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Runs a plan. Contenders take turns, A B C D A B C D, so that a slow minute of the machine meets all of them, and a ratio
 * is one of neighbours in time.
 */
final class Tournament {
    private static final String LIMIT_MODULE = "tensorflow";
    private static final String LIMIT_MAIN = "io.regulus.benchmarks.tensorflow.GemmLimit";

    private final Plan plan;
    private final Launcher launcher;
    private final PrintStream progress;
    private final List<Run> runs = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private Limit limit = Limit.NONE;

    Tournament(Plan plan, Launcher launcher, PrintStream progress) {
        this.plan = plan;
        this.launcher = launcher;
        this.progress = progress;
    }

    void run() {
        for (int round = 1; round <= plan.rounds(); round++) {
            for (int threads : plan.threads()) {
                measureLimit(round, threads);
            }
            for (Workload workload : plan.workloads()) {
                for (int threads : plan.threads()) {
                    for (Program program : inTurn(round)) {
                        if (program.runs(workload)) {
                            run(round, workload, threads, program);
                        }
                    }
                }
            }
        }
    }

    /** Another one begins each round, so that nobody always runs after the same neighbour. */
    private List<Program> inTurn(int round) {
        List<Program> turn = new ArrayList<>(plan.programs());
        Collections.rotate(turn, 1 - round);
        return turn;
    }

    private void measureLimit(int round, int threads) {
        String what = "round " + round + ", limit, " + threads + " threads";
        String seconds = Double.toString(plan.secondsPerProduct());
        Attempt attempt = launcher.launch(LIMIT_MODULE, LIMIT_MAIN, List.of(), threads, seconds);
        if (attempt instanceof Attempt.Done done) {
            Limit measured = Limit.of(done.text());
            limit = limit.max(measured);
            tell(what, String.format(Locale.ROOT, "%.0f GFLOP/s", measured.float32()));
        } else if (attempt instanceof Attempt.Failed failed) {
            fail(new Failure(what, failed.reason(), failed.tail()));
        }
    }

    private void run(int round, Workload workload, int threads, Program program) {
        String what = "round " + round + ", " + workload + ", " + program.title() + ", " + threads + " threads";
        Job job = new Job(workload, program.precision(), threads, plan.effort(workload), System.currentTimeMillis());
        Attempt attempt = launcher.launch(program.module(), program.main(), program.flags(), threads, job.argument());
        if (attempt instanceof Attempt.Done done) {
            Outcome outcome = Outcome.of(done.text());
            runs.add(new Run(round, workload, program, threads, outcome));
            tell(what, String.format(Locale.ROOT, "%.1f/s", outcome.stepsPerSecond()));
            outcome.fault().ifPresent(fault -> fail(new Failure(what, fault, "")));
        } else if (attempt instanceof Attempt.Failed failed) {
            fail(new Failure(what, failed.reason(), failed.tail()));
        }
    }

    private void tell(String what, String result) {
        progress.println(what + ": " + result);
    }

    private void fail(Failure failure) {
        failures.add(failure);
        progress.println(failure);
    }

    List<Run> runs() {
        return List.copyOf(runs);
    }

    List<Failure> failures() {
        return List.copyOf(failures);
    }

    /** The best that was measured at any number of threads. */
    Limit limit() {
        return limit;
    }
}
