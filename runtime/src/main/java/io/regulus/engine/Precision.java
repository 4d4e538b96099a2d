package io.regulus.engine;

/** In which numbers a network computes. */
public enum Precision {
    /** Everything in float32. */
    FLOAT32,
    /** Matrix products, convolutions and what lies between them in 16 bits; weights, optimizer, penalties and loss in float32. */
    MIXED
}
