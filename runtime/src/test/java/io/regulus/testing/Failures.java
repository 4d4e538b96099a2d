package io.regulus.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/**
 * Checks that something fails as it should: with its own exception type and a message that says what the user needs.
 */
public final class Failures {
    private Failures() {}

    /** The failure, whose message holds all parts. */
    public static <T extends Throwable> T assertFails(Class<T> type, Executable action, String... parts) {
        T failure = assertThrows(type, action);
        for (String part : parts) {
            assertTrue(
                    failure.getMessage().contains(part),
                    "expected \"" + part + "\" in \"" + failure.getMessage() + "\"");
        }
        return failure;
    }
}
