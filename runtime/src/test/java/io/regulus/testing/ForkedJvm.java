package io.regulus.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Java program run in a JVM of its own, on the class path of the tests.
 *
 * @param exit its exit status
 * @param output what it printed, on both streams
 */
public record ForkedJvm(int exit, String output) {
    /**
     * Runs a class.
     *
     * @param classPath which entries of the test's class path to keep, by file name
     * @param options of the JVM
     */
    public static ForkedJvm run(Class<?> main, Predicate<String> classPath, String... options) {
        try {
            Process process = start(main, classPath, options);
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new ForkedJvm(process.waitFor(), output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Starts a class and does not wait for it; both its streams are its input stream here. */
    public static Process start(Class<?> main, Predicate<String> classPath, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.add("-cp");
        command.add(Stream.of(fullClassPath().split(File.pathSeparator, -1))
                .filter(entry -> classPath.test(Path.of(entry).getFileName().toString()))
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(main.getName());
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Surefire may start tests from a jar that only refers to the real class path, which it then keeps in a property. */
    private static String fullClassPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
