package io.regulus.rows;

/** What a network makes of the labels of its rows: for generated code. */
public sealed interface Target {
    /** Amounts, one for each label. */
    record Amounts() implements Target {}

    /**
     * One of several classes.
     *
     * @param number how many, at least 2
     */
    record Classes(int number) implements Target {}
}
