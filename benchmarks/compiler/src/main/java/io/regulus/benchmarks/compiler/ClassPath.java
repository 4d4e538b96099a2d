package io.regulus.benchmarks.compiler;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A class path of those jars of our own that are needed, so that no compilation pays for the jars of another. */
final class ClassPath {
    private ClassPath() {}

    /** The jars that these classes are in. */
    static List<Path> of(Class<?>... classes) {
        return Stream.of(classes).map(ClassPath::jar).distinct().toList();
    }

    private static Path jar(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of " + type + " is no path", e);
        }
    }
}
