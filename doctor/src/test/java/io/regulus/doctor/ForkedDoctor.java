package io.regulus.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command as a user runs it, in a JVM of its own.
 *
 * @param exit its exit code
 * @param output what it printed
 */
record ForkedDoctor(int exit, String output) {
    /**
     * Runs it.
     *
     * @param kept which entries of the class path of the tests it has, by file name
     * @param more further entries
     */
    static ForkedDoctor run(Predicate<String> kept, List<Path> more, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.add(Stream.concat(
                        Stream.of(classPath.split(File.pathSeparator, -1))
                                .filter(entry ->
                                        kept.test(Path.of(entry).getFileName().toString())),
                        more.stream().map(Path::toString))
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(Doctor.class.getName());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new ForkedDoctor(process.waitFor(), output);
    }
}
