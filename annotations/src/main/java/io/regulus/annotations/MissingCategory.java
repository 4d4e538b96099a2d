package io.regulus.annotations;

/** What a missing {@link Categorical} is. */
public enum MissingCategory {
    /** An error that names the row. */
    REFUSE,
    /** A category of its own, behind the others. */
    OWN,
    /** The most frequent category of the rows of the first {@code fit}, the first by name of equal ones. */
    MOST_FREQUENT
}
