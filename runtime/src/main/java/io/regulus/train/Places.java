package io.regulus.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.BitSet;

/** Places in a weight as a value of the weight, as which a checkpoint stores them: 1 there, 0 elsewhere. */
final class Places {
    private Places() {}

    /** The value of a weight of so many numbers. */
    static byte[] bytes(BitSet places, int size) {
        byte[] bytes = new byte[size * Float.BYTES];
        FloatBuffer values = floats(bytes);
        places.stream().forEach(place -> values.put(place, 1));
        return bytes;
    }

    static BitSet of(byte[] bytes) {
        FloatBuffer values = floats(bytes);
        BitSet places = new BitSet(values.limit());
        for (int i = 0; i < values.limit(); i++) {
            places.set(i, values.get(i) != 0);
        }
        return places;
    }

    private static FloatBuffer floats(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }
}
