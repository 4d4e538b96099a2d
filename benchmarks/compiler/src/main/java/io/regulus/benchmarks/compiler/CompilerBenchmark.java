package io.regulus.benchmarks.compiler;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Compiles as many model classes with Regulus as value classes with AutoValue, in this JVM and by turns, and compares what
 * the two cost: {@code mvn -q -Pbenchmarks verify -pl benchmarks/compiler -am -Dcompiler.skip=false}.
 */
@Command(
        name = "compiler",
        description = "What the annotation processor costs a build, beside that of AutoValue.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class CompilerBenchmark implements Callable<Integer> {
    private static final int SHORT_CLASSES = 20;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--classes",
            paramLabel = "<n>",
            defaultValue = "500",
            description = "Classes of each kind. Default: ${DEFAULT-VALUE}.")
    private int classes;

    @Option(
            names = "--warm-ups",
            paramLabel = "<n>",
            defaultValue = "3",
            description = "Rounds before those that count. Default: ${DEFAULT-VALUE}.")
    private int warmUps;

    @Option(
            names = "--rounds",
            paramLabel = "<n>",
            defaultValue = "7",
            description = "Rounds that count; shown is the median. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--short", description = "Few classes, no warm-up and one round: to see that it runs.")
    private boolean isShort;

    @Option(
            names = "--cpu",
            description = "Count the time that the compiler's thread was given, without that of the garbage collector: "
                    + "for machines that do other work.")
    private boolean isCpu;

    private PrintWriter console;

    private CompilerBenchmark() {}

    /** Runs the benchmark. */
    public static void main(String[] args) {
        int code = new CommandLine(new CompilerBenchmark())
                .setUsageHelpAutoWidth(true)
                .execute(args);
        if (code != ExitCode.OK) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() throws IOException {
        console = spec.commandLine().getOut();
        if (isShort) {
            classes = SHORT_CLASSES;
            warmUps = 0;
            rounds = 1;
        }
        require("--classes", classes, 1);
        require("--warm-ups", warmUps, 0);
        require("--rounds", rounds, 1);
        say(
                "%d model classes and %d value classes, %d warm-ups, median of %d rounds, %s time, JDK %s",
                classes, classes, warmUps, rounds, isCpu ? "CPU" : "wall", Runtime.version());
        LongSupplier clock = isCpu ? ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime : System::nanoTime;
        List<Contender> contenders = List.of(Contender.regulus(classes), Contender.autoValue(classes));
        List<List<Measurement>> measured = new ArrayList<>();
        contenders.forEach(contender -> measured.add(new ArrayList<>()));
        for (int round = 1 - warmUps; round <= rounds; round++) {
            for (int i = 0; i < contenders.size(); i++) {
                Measurement measurement = contenders.get(i).measure(clock);
                if (round > 0) {
                    measured.get(i).add(measurement);
                }
                say(
                        "%-8s %-9s  %s",
                        round > 0 ? "round " + round : "warm-up",
                        contenders.get(i).name(),
                        measurement);
            }
        }
        say("");
        console.print(Comparison.of(Measurement.median(measured.get(0)), Measurement.median(measured.get(1)), classes));
        console.flush();
        return ExitCode.OK;
    }

    private void require(String option, int value, int least) {
        if (value < least) {
            throw new ParameterException(
                    spec.commandLine(), option + " is " + value + "; it has to be at least " + least + ".");
        }
    }

    private void say(String format, Object... values) {
        console.println(String.format(Locale.ROOT, format, values));
        console.flush();
    }
}
