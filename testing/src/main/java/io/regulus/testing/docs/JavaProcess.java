package io.regulus.testing.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own, for examples name their files by paths from where they run. */
public final class JavaProcess {
    private static final long LONGEST_SECONDS = 300;

    private JavaProcess() {}

    /**
     * Runs a program to its end.
     *
     * @param folder where it runs
     * @param classes a folder of classes besides those of the running test
     * @param command the class with its arguments
     * @return what it printed
     * @throws AssertionError if it fails, with what it printed
     */
    public static String run(Path folder, List<Path> classes, List<String> command)
            throws IOException, InterruptedException {
        List<String> paths =
                new ArrayList<>(classes.stream().map(Path::toString).toList());
        paths.add(System.getProperty("java.class.path"));
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // a short program: what a second compiler and a collector of several threads would save comes too late
        all.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        all.add("-cp");
        all.add(String.join(System.getProperty("path.separator"), paths));
        all.addAll(command);
        Path said = Files.createTempFile("said", ".txt");
        try {
            Process process = new ProcessBuilder(all)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            String output = Files.readString(said);
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(command.get(0) + (ended ? " failed: " : " did not end: ") + output);
            }
            return output;
        } finally {
            Files.delete(said);
        }
    }
}
