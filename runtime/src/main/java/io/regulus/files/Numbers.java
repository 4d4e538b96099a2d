package io.regulus.files;

import io.regulus.data.Names;
import java.util.regex.Pattern;

/** Reads numbers of text files: plain decimals with a point, no words, no suffixes. */
final class Numbers {
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?[0-9.]*,[0-9.,]*([eE][+-]?[0-9]+)?");

    /** Whole numbers below are exact as floats. */
    private static final int EXACT = 1 << 24;

    private static final float[] POWERS = {1, 10, 1e2f, 1e3f, 1e4f, 1e5f, 1e6f, 1e7f, 1e8f, 1e9f, 1e10f};

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
        float simple = simple(stripped);
        if (!Float.isNaN(simple)) {
            return new Finite(simple);
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

    /**
     * Most numbers of files at once; NaN for what takes the longer way. Up to 2^24 a whole number is exact as a float, and so is a
     * power of ten up to 10: their quotient is then rounded once, as by Java's own parser (Clinger, 1990).
     */
    private static float simple(String text) {
        char sign = text.charAt(0);
        int start = sign == '-' || sign == '+' ? 1 : 0;
        int digits = 0;
        int point = -1;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) == '.' && point < 0) {
                point = i;
                continue;
            }
            int digit = text.charAt(i) - '0';
            digits = 10 * digits + digit;
            if (digit < 0 || digit > 9 || digits >= EXACT) {
                return Float.NaN;
            }
        }
        int decimals = point < 0 ? 0 : text.length() - 1 - point;
        boolean anyDigit = text.length() > start + (point < 0 ? 0 : 1);
        if (!anyDigit || decimals >= POWERS.length) {
            return Float.NaN;
        }
        float value = digits / POWERS[decimals];
        return sign == '-' ? -value : value;
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
