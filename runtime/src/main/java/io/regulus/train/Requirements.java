package io.regulus.train;

/** Refuses numbers that a setting does not take. */
final class Requirements {
    private Requirements() {}

    /**
     * Does nothing where a number is fine.
     *
     * @param rule what it has to be, such as {@code at least 1}
     * @throws IllegalArgumentException naming the setting, the number and the rule
     */
    static void require(boolean fine, String name, Number value, String rule) {
        if (!fine) {
            throw new IllegalArgumentException(name + " = " + value + ": must be " + rule);
        }
    }
}
