package io.regulus.annotations;

/** How the two directions of a {@link Bidirectional} layer become one output. */
public enum Merge {
    /** Side by side: twice the units. */
    CONCAT,
    /** Their sum. */
    SUM,
    /** Their product, unit by unit. */
    MUL,
    /** Their mean. */
    AVE
}
