package io.regulus.data;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Helps with misspelt names in messages. */
public final class Names {
    private static final int SHOWN = 40;

    private Names() {}

    /**
     * The candidate that needs the fewest edits, unless it needs more than a third of the name's letters, at least
     * two.
     */
    public static Optional<String> nearest(String name, Collection<String> candidates) {
        int allowed = Math.max(2, name.length() / 3);
        String best = null;
        for (String candidate : candidates) {
            int edits = edits(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (edits <= allowed && edits < candidate.length()) {
                best = candidate;
                allowed = edits - 1;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The end of a sentence: {@code "; did you mean 'species'?"}, or a full stop. */
    public static String suggestion(String name, Collection<String> candidates) {
        return nearest(name, candidates)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse(".");
    }

    /** Text of a file as a message shows it: its first 40 characters, those that cannot be seen as escapes. */
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(SHOWN).forEach(letter -> append(letter, shown));
        return text.codePointCount(0, text.length()) > SHOWN
                ? shown.append("...").toString()
                : shown.toString();
    }

    private static void append(int letter, StringBuilder shown) {
        switch (letter) {
            case '\t' -> shown.append("\\t");
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            default -> {
                int type = Character.getType(letter);
                if (type == Character.CONTROL
                        || type == Character.FORMAT
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR) {
                    shown.append(String.format("\\u%04x", letter));
                } else {
                    shown.appendCodePoint(letter);
                }
            }
        }
    }

    /** Levenshtein's distance, one row of the table at a time. */
    private static int edits(String from, String to) {
        int[] row = Order.sequential(to.length() + 1);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
