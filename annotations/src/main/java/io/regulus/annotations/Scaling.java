package io.regulus.annotations;

/** How a {@link Numeric} is scaled, by the rows of the first {@code fit}. */
public enum Scaling {
    /** (x - mean) / deviation, the mean and the standard deviation over n; a constant becomes 0. */
    STANDARD,
    /** (x - min) / (max - min); a constant becomes 0. */
    MIN_MAX,
    /** x as it is. */
    NONE
}
