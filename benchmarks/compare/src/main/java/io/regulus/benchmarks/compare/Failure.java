package io.regulus.benchmarks.compare;

/**
 * One process that did not do what it should.
 *
 * @param what it was, and at which setting
 * @param reason in a few words
 * @param tail the end of what it wrote to standard error; empty where it ended well with a wrong result
 */
record Failure(String what, String reason, String tail) {
    /** Markdown, the tail as code. */
    @Override
    public String toString() {
        return "FAILED: " + what + ": " + reason
                + (tail.isEmpty() ? "" : "\n\n" + tail.indent(4).stripTrailing());
    }
}
