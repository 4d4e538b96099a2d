package io.regulus.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Where the demo finds and leaves files. */
public final class Places {
    private Places() {}

    /**
     * The folder for what the demo makes, made where there is none.
     *
     * @param chosen by the user, or null for {@code target/demo} of the samples
     */
    public static Path output(Path chosen) {
        Path folder = chosen != null ? chosen : target().resolve("demo");
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot make the folder " + folder.toAbsolutePath() + "; choose another one with --out", failure);
        }
    }

    /** What the annotation processor generated for the model classes of a package, if it is there. */
    public static Optional<Path> generatedSources(Package models) {
        Path sources = target().resolve("generated-sources").resolve("annotations");
        Path folder = sources.resolve(models.getName().replace('.', '/'));
        return Optional.of(folder).filter(Files::isDirectory);
    }

    /** A path as a person reads it: short where it lies below the working folder. */
    public static String show(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path whole = path.toAbsolutePath().normalize();
        return (whole.startsWith(here) ? here.relativize(whole) : whole).toString();
    }

    /** Maven's {@code target}: classes and jar both lie directly in it. */
    private static Path target() {
        CodeSource source = Places.class.getProtectionDomain().getCodeSource();
        Path fallback = Path.of("target");
        if (source == null) {
            return fallback;
        }
        try {
            Path parent = Path.of(source.getLocation().toURI()).getParent();
            return parent != null && parent.endsWith("target") ? parent : fallback;
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(source.getLocation() + " is no URI", impossible);
        }
    }
}
