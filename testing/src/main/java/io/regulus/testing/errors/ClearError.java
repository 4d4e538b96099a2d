package io.regulus.testing.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.function.Executable;

/**
 * What an error has to be where an input is at fault: of the type that is documented, and a message in words, which names the place and
 * the value and says what to do.
 */
public final class ClearError {
    /** More is no message, but a dump. */
    private static final int LONGEST = 3000;

    /** What a user is told to do, or is asked, or what would be right: one of these words is in every cure. */
    private static final Pattern CURE = Pattern.compile(
            "\\?|\\b(add|allow|begin|call|check|convert|correct|create|cut off|declare|delete|did you mean|drop|fetch|fill|free|give"
                    + "|go on|keep|leave|load|make|move|name (a|an|at|each|one|the)|pass|put|raise|read (it|one|them|part|with)|remove"
                    + "|rename|repair|replace|restore|save|split|take|train|use|watch|write"
                    + "|at least|at most|counted from|expected|finite number|may be|must (be|have)|needed|needs|outside|there are"
                    + "|gives|rows are|takes|whole number)\\b",
            Pattern.CASE_INSENSITIVE);

    /** The operating system's refusal, which names the file and says why. */
    private static final Pattern REFUSAL = Pattern.compile("java\\.nio\\.file\\.\\w+Exception: ");

    /** What a message holds that nobody wrote: names of classes, of Java's own errors, addresses of objects. */
    private static final Pattern MACHINERY = Pattern.compile(
            "\\b(java|javax|com|org|io\\.jhdf)\\.[a-z]+\\.|\\w+Exception\\b|\\w+Error\\b|Index -?\\d+ out of"
                    + "|Cannot invoke|\\bnull\\b|@[0-9a-f]{5,}\\b|\\[[BIJFD]@|\\.java:\\d|Expected .* but was .* at line");

    private ClearError() {}

    /**
     * The failure.
     *
     * @param documented its type, not one below it
     * @param says what its message has to hold: place, value, cure
     */
    public static <T extends Throwable> T assertClear(Class<T> documented, Executable action, String... says) {
        T failure = assertThrows(documented, action);
        assertEquals(documented, failure.getClass(), () -> "another type: " + failure);
        String message = failure.getMessage();
        assertNotNull(message, () -> "no message in " + failure);
        for (String part : says) {
            assertTrue(message.contains(part), () -> "expected \"" + part + "\" in \"" + message + "\"");
        }
        assertTrue(message.length() <= LONGEST, () -> "a message of " + message.length() + " characters: " + message);
        assertTrue(CURE.matcher(message).find(), () -> "no cure in: " + message);
        assertNoMachinery(message, says);
        return failure;
    }

    /** What a test asks for by name is meant to be there. */
    private static void assertNoMachinery(String message, String... says) {
        String rest = REFUSAL.matcher(message).replaceAll("");
        for (String part : says) {
            rest = rest.replace(part, "");
        }
        Matcher found = MACHINERY.matcher(rest);
        assertFalse(found.find(), () -> "'" + found.group() + "' is nothing for a user, in: " + message);
    }
}
