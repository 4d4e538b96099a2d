package io.regulus.save;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of a file of Regulus, read one by one.
 *
 * @param file to name in messages
 * @param texts by name
 */
public record Metadata(Path file, Map<String, String> texts) {
    /** The text of a name, if there is one. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /**
     * The text of a name.
     *
     * @throws SaveFormatException if there is none
     */
    public String text(String name) {
        return find(name).orElseThrow(() -> damaged("the metadata has no " + name));
    }

    /**
     * A whole number.
     *
     * @throws SaveFormatException if there is none
     */
    public long number(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException none) {
            throw damaged(name + " is '" + text(name) + "', expected a whole number");
        }
    }

    /**
     * How many there are of something.
     *
     * @throws SaveFormatException if there is no number from 0 to 2<sup>31</sup> - 1
     */
    public int count(String name) {
        long number = number(name);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw damaged(name + " is '" + number + "', expected 0 to " + Integer.MAX_VALUE);
        }
        return (int) number;
    }

    /**
     * A number.
     *
     * @throws SaveFormatException if there is none
     */
    public double decimal(String name) {
        try {
            return Double.parseDouble(text(name));
        } catch (NumberFormatException none) {
            throw damaged(name + " is '" + text(name) + "', expected a number");
        }
    }

    /**
     * What to throw of a file that does not hold what it should.
     *
     * @param how what there is, and what was expected
     */
    public SaveFormatException damaged(String how) {
        return new SaveFormatException(file + ": " + how + "; restore the file from a copy");
    }

    /** Those whose names begin so, by the rest of their names, in the order of the file. */
    public Map<String, String> withPrefix(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        texts.forEach((name, text) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), text);
            }
        });
        return found;
    }
}
