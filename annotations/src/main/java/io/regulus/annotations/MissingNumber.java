package io.regulus.annotations;

/** What stands for a missing {@link Numeric}. */
public enum MissingNumber {
    /** Nothing: it is an error that names the row. */
    REFUSE,
    /** The mean of the rows that have it. */
    MEAN,
    /** The median of the rows that have it: the mean of the two in the middle where their number is even. */
    MEDIAN,
    /** 0, before it is scaled. */
    ZERO
}
