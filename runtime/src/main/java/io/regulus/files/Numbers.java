package io.regulus.files;

import io.regulus.data.Names;
import java.util.regex.Pattern;

/** Reads numbers of text files: plain decimals with a point, no words, no suffixes. */
final class Numbers {
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?[0-9.]*,[0-9.,]*([eE][+-]?[0-9]+)?");

    private Numbers() {}

    /** What a field of text is as a number. */
    sealed interface Parsed permits Finite, NotANumber {}

    record Finite(float value) implements Parsed {}

    /**
     * No number.
     *
     * @param kind the same for what is wrong in the same way
     * @param reason such as {@code is empty}
     */
    record NotANumber(Kind kind, String reason) implements Parsed {}

    /** What is there instead of a number. */
    enum Kind {
        EMPTY,
        TEXT,
        COMMA,
        TOO_LARGE
    }

    static Parsed parse(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return new NotANumber(Kind.EMPTY, "is empty");
        }
        // Java's own parser takes more than data files mean: "1d", "0x1p3", "NaN", "Infinity".
        if (!stripped.chars().allMatch(Numbers::isDecimal)) {
            return noNumber(text);
        }
        float value;
        try {
            value = Float.parseFloat(stripped);
        } catch (NumberFormatException malformed) {
            return noNumber(text);
        }
        return Float.isFinite(value)
                ? new Finite(value)
                : new NotANumber(Kind.TOO_LARGE, quoted(text) + " is too large for a float");
    }

    private static NotANumber noNumber(String text) {
        return WITH_COMMA.matcher(text.strip()).matches()
                ? new NotANumber(Kind.COMMA, quoted(text) + " is not a number: decimals need a point, not a comma")
                : new NotANumber(Kind.TEXT, quoted(text) + " is not a number");
    }

    private static String quoted(String text) {
        return "'" + Names.shown(text) + "'";
    }

    private static boolean isDecimal(int letter) {
        return (letter >= '0' && letter <= '9')
                || letter == '.'
                || letter == '-'
                || letter == '+'
                || letter == 'e'
                || letter == 'E';
    }
}
