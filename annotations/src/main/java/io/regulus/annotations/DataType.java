package io.regulus.annotations;

/** The type of the values fed into an input. Whatever it is, the layers compute in float32. */
public enum DataType {
    /** 32-bit floating point. */
    FLOAT32,
    /** Bytes read as 0..255: images as they come from a file, a quarter of the memory. */
    UINT8,
    /** 32-bit integers. */
    INT32
}
