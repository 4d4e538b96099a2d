package io.regulus.data;

/**
 * What the rows of a dataset should give: class {@link Labels}, real {@link Values}, or nothing ({@link NoTargets}).
 */
public abstract sealed class Targets permits Labels, Values, NoTargets {
    Targets() {}

    /** Number of rows; none where there are no targets. */
    abstract int size();

    /** What there is, for messages. */
    abstract String unit();

    /** Rows of this kind that are still to be filled in. */
    abstract Targets blank(int rows);

    /** Copies a row over one of others of the same kind and width. */
    abstract void copyRow(int from, Targets into, int to);

    abstract Targets range(int from, int to);

    abstract Targets pick(int[] indices);
}
