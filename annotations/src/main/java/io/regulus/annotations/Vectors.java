package io.regulus.annotations;

/** Which vectors of a kernel, [inputs, outputs], are meant. */
public enum Vectors {
    /** The weights into each output: of each unit or filter. */
    COLUMNS,
    /** The weights out of each input. */
    ROWS
}
