package io.regulus.samples;

/** Checks of what the command line gives. */
public final class Options {
    private Options() {}

    /**
     * Refuses numbers below 1.
     *
     * @param option as typed, such as {@code --epochs}
     */
    public static void requireAtLeastOne(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(option + " = " + value + ": must be at least 1");
        }
    }
}
