package io.regulus.save;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The version of Regulus that is running. It stands in a file beside this class, because what a jar's manifest says of it is not to
 * be had on the module path.
 */
public final class LibraryVersion {
    private static final String VERSION = read();

    private LibraryVersion() {}

    /** Such as {@code 0.1.0}. */
    public static String get() {
        return VERSION;
    }

    private static String read() {
        try (InputStream file = LibraryVersion.class.getResourceAsStream("version.txt")) {
            if (file == null) {
                throw new IllegalStateException(
                        "io/regulus/save/version.txt is missing from the class path: take the jar of Regulus whole");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("io/regulus/save/version.txt cannot be read", e);
        }
    }
}
