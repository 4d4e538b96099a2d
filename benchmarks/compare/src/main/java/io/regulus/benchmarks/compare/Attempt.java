package io.regulus.benchmarks.compare;

/** How a process ended. */
sealed interface Attempt {
    /**
     * With a result.
     *
     * @param text of its line behind the mark
     */
    record Done(String text) implements Attempt {}

    /**
     * Without one.
     *
     * @param reason in a few words
     * @param tail the end of what it wrote to standard error
     */
    record Failed(String reason, String tail) implements Attempt {}
}
