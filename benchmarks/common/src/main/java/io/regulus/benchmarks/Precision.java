package io.regulus.benchmarks;

/** What matrix products are computed in; everything else is float32 in both. */
public enum Precision {
    FLOAT32,
    /** bfloat16, as far as the contender has it. */
    MIXED
}
