package io.regulus.data;

/** Reads numbers of text files: plain decimals with a point, no words, no suffixes. */
final class Numbers {
    private Numbers() {}

    /** What a field of text is as a number. */
    sealed interface Parsed permits Finite, NotANumber {}

    record Finite(float value) implements Parsed {}

    /**
     * No number.
     *
     * @param reason such as {@code is empty}
     */
    record NotANumber(String reason) implements Parsed {}

    static Parsed parse(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return new NotANumber("is empty");
        }
        // Java's own parser takes more than data files mean: "1d", "0x1p3", "NaN", "Infinity".
        if (!stripped.chars().allMatch(Numbers::isDecimal)) {
            return new NotANumber("'" + text + "' is not a number");
        }
        float value;
        try {
            value = Float.parseFloat(stripped);
        } catch (NumberFormatException malformed) {
            return new NotANumber("'" + text + "' is not a number");
        }
        return Float.isFinite(value) ? new Finite(value) : new NotANumber("'" + text + "' is too large for a float");
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
