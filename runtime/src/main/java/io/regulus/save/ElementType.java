package io.regulus.save;

/** Type of a tensor's elements; the names are those of the safetensors format. Regulus writes F32 and I64, and reads files with any. */
public enum ElementType {
    /** A byte, 0 or 1. */
    BOOL(1),
    /** 8-bit unsigned integer. */
    U8(1),
    /** 8-bit signed integer. */
    I8(1),
    /** 8-bit floating point, 5 bits of exponent. */
    F8_E5M2(1),
    /** 8-bit floating point, 4 bits of exponent. */
    F8_E4M3(1),
    /** 16-bit signed integer. */
    I16(2),
    /** 16-bit unsigned integer. */
    U16(2),
    /** 16-bit floating point of IEEE 754, 5 bits of exponent. */
    F16(2),
    /** 16-bit floating point, the upper half of an F32. */
    BF16(2),
    /** 32-bit signed integer. */
    I32(4),
    /** 32-bit unsigned integer. */
    U32(4),
    /** 32-bit floating point. */
    F32(4),
    /** 64-bit floating point. */
    F64(8),
    /** 64-bit signed integer. */
    I64(8),
    /** 64-bit unsigned integer. */
    U64(8);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes per element. */
    public int bytes() {
        return bytes;
    }

    /** Whether the elements are floating point numbers that {@link NamedTensor#toFloats} converts. */
    public boolean isFloat() {
        return this == F16 || this == BF16 || this == F32 || this == F64;
    }
}
