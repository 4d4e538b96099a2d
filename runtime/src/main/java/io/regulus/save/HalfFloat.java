package io.regulus.save;

/** 16-bit floating point of IEEE 754, which Java itself reads from JDK 20 on only. */
final class HalfFloat {
    private static final int EXPONENT_BITS = 0x1f;
    private static final int FRACTION_BITS = 0x3ff;

    private HalfFloat() {}

    /** The number as a float, which holds it exactly. */
    static float toFloat(short bits) {
        int exponent = (bits >> 10) & EXPONENT_BITS;
        int fraction = bits & FRACTION_BITS;
        int sign = bits & 0x8000;
        float size;
        if (exponent == EXPONENT_BITS) {
            size = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else if (exponent == 0) {
            size = fraction * 0x1p-24f;
        } else {
            // both biases, 15 and 127, taken into account
            size = Float.intBitsToFloat(((exponent + 112) << 23) | (fraction << 13));
        }
        return sign == 0 ? size : -size;
    }
}
