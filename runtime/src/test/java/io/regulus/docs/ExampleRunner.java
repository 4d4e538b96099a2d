package io.regulus.docs;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the examples of the documentation, in a process of its own, for they read and write files where they stand. What the examples of a page
 * leave is there for the next ones of that page, and for no other page.
 */
final class ExampleRunner {
    private static final Path HERE = Path.of("").toAbsolutePath();

    private ExampleRunner() {}

    /**
     * Runs.
     *
     * @param arguments a folder for what comes of them, then a class for each page, whose methods are its examples, named after their lines
     */
    public static void main(String[] arguments) throws Exception {
        Path results = Path.of(arguments[0]);
        for (String page : List.of(arguments).subList(1, arguments.length)) {
            clean();
            ExampleFiles.write(HERE);
            runPage(Class.forName(page), results);
        }
    }

    private static void clean() throws IOException {
        try (Stream<Path> files = Files.walk(HERE)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(HERE)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void runPage(Class<?> page, Path results) throws Exception {
        Constructor<?> constructor = page.getDeclaredConstructor();
        constructor.setAccessible(true);
        try (AutoCloseable given = (AutoCloseable) constructor.newInstance()) {
            for (Method example : Arrays.stream(page.getDeclaredMethods())
                    .filter(method -> !method.isSynthetic())
                    .sorted(Comparator.comparing(ExampleRunner::line))
                    .toList()) {
                run(given, example, results);
            }
        }
    }

    private static int line(Method example) {
        return Integer.parseInt(example.getName().substring(example.getName().lastIndexOf('_') + 1));
    }

    /** Leaves a file with what was printed, and one with the exception where there is one. */
    private static void run(Object page, Method example, Path results) throws IOException, IllegalAccessException {
        example.setAccessible(true);
        PrintStream out = System.out;
        long start = System.nanoTime();
        try (PrintStream own =
                new PrintStream(results.resolve(example.getName() + ".out").toFile(), StandardCharsets.UTF_8)) {
            System.setOut(own);
            example.invoke(page);
        } catch (InvocationTargetException failure) {
            try (PrintWriter file = new PrintWriter(
                    results.resolve(example.getName() + ".failure").toFile(), StandardCharsets.UTF_8)) {
                failure.getCause().printStackTrace(file);
            }
        } finally {
            System.setOut(out);
        }
        System.out.println(example.getName() + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
