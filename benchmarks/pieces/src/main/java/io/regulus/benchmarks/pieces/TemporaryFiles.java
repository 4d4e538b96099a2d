package io.regulus.benchmarks.pieces;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a benchmark leaves behind. */
final class TemporaryFiles {
    private TemporaryFiles() {}

    /** A folder and all in it, in an order in which they can be deleted. */
    static List<Path> deepFirst(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
