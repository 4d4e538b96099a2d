package io.regulus.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Public data sets that lie beside the checkout, never in it; tests that want them are skipped where they are not. */
public final class PublicData {
    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "..", "..", "shared", "data");

    private PublicData() {}

    /** The file, or a skipped test that says so. */
    public static Path require(String file) {
        Path path = FOLDER.resolve(file);
        assumeTrue(Files.exists(path), () -> "skipped: there is no " + path + " beside the checkout");
        return path;
    }
}
