package io.regulus.benchmarks.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Counts what a user would have to write: the lines of a module between the marks, without blank ones and comments. Imports
 * stand outside of the marks, for an editor writes them.
 */
final class CodeLines {
    private static final String BEGIN = "// [user code";
    private static final String END = "// user code]";

    private CodeLines() {}

    /** Of all Java sources below a folder. */
    static int of(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .mapToInt(CodeLines::ofFile)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int ofFile(Path file) {
        try {
            return of(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int of(List<String> lines) {
        int count = 0;
        boolean counting = false;
        boolean comment = false;
        for (String raw : lines) {
            String line = raw.strip();
            if (line.equals(BEGIN) || line.equals(END)) {
                counting = line.equals(BEGIN);
                continue;
            }
            boolean starts = line.startsWith("/*");
            boolean code = !comment && !starts && !line.startsWith("//") && !line.isEmpty();
            comment = (comment || starts) && !line.endsWith("*/");
            count += counting && code ? 1 : 0;
        }
        return count;
    }
}
