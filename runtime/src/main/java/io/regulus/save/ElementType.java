package io.regulus.save;

/** Type of a tensor's elements; the names are those of the safetensors format. */
public enum ElementType {
    /** 32-bit floating point. */
    F32(4),
    /** 64-bit signed integer. */
    I64(8);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes per element. */
    public int bytes() {
        return bytes;
    }
}
