package io.regulus.annotations;

/** What {@link MixUp} draws a share for. */
public enum MixPer {
    /** One share for all rows of a step, as in the paper. */
    BATCH,
    /** A share for each row. */
    ROW
}
