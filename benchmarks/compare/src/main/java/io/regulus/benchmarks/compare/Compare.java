package io.regulus.benchmarks.compare;

import io.regulus.benchmarks.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The comparison's command line: {@code mvn -q -Pbenchmarks verify -Dbenchmarks.args="--full"}. */
@Command(
        name = "compare",
        description =
                "Trains and asks the same networks in Regulus, TensorFlow Java, DJL and DL4J, and shows one table.",
        mixinStandardHelpOptions = true,
        version = "Regulus benchmarks 0.1.0",
        footer = {"", "From Maven: mvn -q -Pbenchmarks verify -Dbenchmarks.args=\"--full --rounds 5\""})
public final class Compare implements Callable<Integer> {
    private static final int FULL_ROUNDS = 3;

    @Spec
    private CommandSpec spec;

    @Option(names = "--full", description = "Long enough to quote the numbers: about 20 minutes a round.")
    private boolean full;

    @Option(names = "--workloads", split = ",", description = "Some of ${COMPLETION-CANDIDATES}; all by default.")
    private List<Workload> workloads = List.of(Workload.values());

    @Option(
            names = "--contenders",
            split = ",",
            description = "Some of ${COMPLETION-CANDIDATES}; by default all that were built. Ratios need TENSORFLOW.")
    private List<Program> contenders = List.of(Program.values());

    @Option(names = "--rounds", description = "How often; " + FULL_ROUNDS + " with --full, else 1.")
    private Integer rounds;

    @Option(
            names = "--threads",
            split = ",",
            description = "Settings to run each contender at; 1 and the number of cores with --full, else the latter.")
    private List<Integer> threads = new ArrayList<>();

    @Option(names = "--out", description = "Folder of the table's files; benchmarks/target/compare by default.")
    private Path out;

    private Compare() {}

    /** Runs the comparison. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Compare())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path benchmarks = Path.of(System.getProperty("benchmarks.home", "benchmarks"));
        Plan plan = plan();
        Launcher launcher = new Launcher(benchmarks, plan.variables());
        plan = plan.only(launcher::has);
        Tournament tournament = new Tournament(plan, launcher, System.err);
        tournament.run();

        Report report = new Report(plan, tournament.runs(), tournament.failures(), tournament.limit(), benchmarks);
        report.write(out == null ? benchmarks.resolve("target").resolve("compare") : out);
        System.out.println();
        System.out.print(report.markdown());
        return tournament.failures().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Plan plan() {
        int chosenRounds = rounds != null ? rounds : full ? FULL_ROUNDS : 1;
        List<Integer> chosenThreads = threads.isEmpty() ? defaultThreads() : threads;
        if (chosenRounds < 1 || chosenThreads.stream().anyMatch(count -> count < 1)) {
            throw new ParameterException(spec.commandLine(), "--rounds and --threads are numbers from 1 on");
        }
        return new Plan(chosenRounds, chosenThreads, workloads, contenders, full);
    }

    private List<Integer> defaultThreads() {
        int cores = Runtime.getRuntime().availableProcessors();
        return full ? Stream.of(1, cores).distinct().toList() : List.of(cores);
    }
}
