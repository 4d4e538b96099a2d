package io.regulus.data;

/**
 * What the rows of a dataset should give: class {@link Labels}, real {@link Values}, or nothing ({@link NoTargets}).
 */
public abstract sealed class Targets permits Labels, Values, NoTargets {
    Targets() {}

    /** What there is, for messages. */
    abstract String unit();

    abstract Targets range(int from, int to);

    abstract Targets pick(int[] indices);
}
