package io.regulus.benchmarks.compare;

import io.regulus.benchmarks.Outcome;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a program of a contender's module in a JVM of its own. */
final class Launcher {
    /** One size of heap for all: the default is a share of the machine's memory and would be in the peak. */
    private static final String HEAP = "-Xmx2g";

    private static final long MINUTES = 15;
    private static final int LINES_OF_TAIL = 20;

    /** What the libraries take their number of threads from. */
    private static final List<String> THREAD_VARIABLES =
            List.of("OMP_NUM_THREADS", "MKL_NUM_THREADS", "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS");

    private static final boolean TASKSET = Files.isExecutable(Path.of("/usr/bin/taskset"));

    private final Path benchmarks;
    private final Map<String, String> variables;

    /**
     * For the folder of the benchmarks, whose modules have been built.
     *
     * @param variables of the environment of every process, where the environment of this one has no others
     */
    Launcher(Path benchmarks, Map<String, String> variables) {
        this.benchmarks = benchmarks;
        this.variables = variables;
    }

    /** Runs a main class with one argument and waits for its end. */
    Attempt launch(String module, String main, List<String> flags, int threads, String argument) {
        try {
            Path output = Files.createTempFile("contender", ".out");
            Path errors = Files.createTempFile("contender", ".err");
            try {
                return run(builder(module, main, flags, threads, argument), output, errors);
            } finally {
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder builder(String module, String main, List<String> flags, int threads, String argument)
            throws IOException {
        List<String> command = new ArrayList<>();
        if (TASKSET) {
            // threads of which no variable knows, such as those of the JVM, shall not have more processors either
            command.addAll(List.of("taskset", "-c", "0-" + (threads - 1)));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(HEAP);
        command.add("-XX:ActiveProcessorCount=" + threads);
        command.addAll(ownFlags());
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath(module), main, argument));

        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        variables.forEach(environment::putIfAbsent);
        THREAD_VARIABLES.forEach(variable -> environment.put(variable, Integer.toString(threads)));
        environment.put("TF_CPP_MIN_LOG_LEVEL", "2");
        return builder;
    }

    /** Newer JVMs want flags for native code; this one has been given them. */
    private static List<String> ownFlags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--"))
                .toList();
    }

    /** Whether all that a contender needs was built. */
    boolean has(Program program) {
        try {
            return program.needs().isEmpty()
                    || classPath(program.module()).contains(program.needs().get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String classPath(String module) throws IOException {
        Path target = benchmarks.resolve(module).resolve("target");
        Path dependencies = target.resolve("class-path.txt");
        if (!Files.exists(dependencies)) {
            throw new IllegalStateException(dependencies + " is missing: build with mvn -Pbenchmarks");
        }
        return target.resolve("classes")
                + File.pathSeparator
                + Files.readString(dependencies).strip();
    }

    private static Attempt run(ProcessBuilder builder, Path output, Path errors) throws IOException {
        Process process = builder.redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                return new Attempt.Failed("not done after " + MINUTES + " minutes", tail(errors));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a contender ran", e);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            return new Attempt.Failed("exit code " + process.exitValue(), tail(errors));
        }
        return result(output)
                .<Attempt>map(Attempt.Done::new)
                .orElseGet(() -> new Attempt.Failed("no result", tail(errors)));
    }

    /** Native libraries write to standard output, too. */
    private static Optional<String> result(Path output) throws IOException {
        return lines(output).stream()
                .filter(line -> line.startsWith(Outcome.MARK))
                .map(line -> line.substring(Outcome.MARK.length()))
                .findFirst();
    }

    private static String tail(Path errors) {
        try {
            List<String> lines = lines(errors);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_TAIL), lines.size()));
        } catch (IOException e) {
            return "standard error cannot be read: " + e;
        }
    }

    /** Whatever bytes a native library writes. */
    private static List<String> lines(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
