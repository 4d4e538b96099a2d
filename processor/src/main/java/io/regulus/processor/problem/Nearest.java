package io.regulus.processor.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a mistyped name was probably meant to be. */
public final class Nearest {
    private Nearest() {}

    /**
     * The cure for an unknown name: the nearest valid one, or all of them where none is near.
     *
     * @param what what the names are, in the plural
     */
    public static String cure(String written, Collection<String> valid, String what) {
        if (valid.isEmpty()) {
            return "There are no " + what + ".";
        }
        return to(written, valid)
                .map(name -> "Did you mean '" + name + "'?")
                .orElseGet(() -> "The " + what + " are " + String.join(", ", valid) + ".");
    }

    /** The valid name with the fewest edits, if they are few enough to be a slip. */
    static Optional<String> to(String written, Collection<String> valid) {
        return valid.stream()
                .filter(name -> distance(written, name) <= Math.max(2, written.length() / 3))
                .min(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's distance, case ignored: a wrong capital is the most common slip. */
    static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int replaced = previous[j - 1] + (same ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
