package io.regulus.save;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A variable with its values.
 *
 * @param name such as {@code head/kernel}, not empty
 * @param type of the elements
 * @param shape length of each dimension, at least 0; none for a single value
 * @param data the elements, the last dimension fastest, little-endian; shared with the buffer given, not copied. The
 *     accessor gives a read-only view of its own, from position 0, in little-endian order
 */
public record NamedTensor(String name, ElementType type, List<Long> shape, ByteBuffer data) {
    /**
     * Checks that the data, from its position to its limit, is what the shape needs.
     *
     * @throws IllegalArgumentException if it is not, or the name is empty, or a dimension negative
     */
    public NamedTensor {
        VariableShape variable = new VariableShape(name, type, shape);
        shape = variable.shape();
        data = data.slice().asReadOnlyBuffer();
        if (variable.bytes() != data.remaining()) {
            throw new IllegalArgumentException("tensor '" + name + "': " + variable.describe() + " needs "
                    + variable.bytes() + " bytes, there are " + data.remaining());
        }
    }

    /** With the dimensions as an array. */
    public NamedTensor(String name, ElementType type, long[] shape, ByteBuffer data) {
        this(name, type, new VariableShape(name, type, shape).shape(), data);
    }

    /** With raw little-endian bytes, which are shared, not copied. */
    public static NamedTensor ofBytes(VariableShape variable, byte[] littleEndian) {
        return new NamedTensor(variable.name(), variable.type(), variable.shape(), ByteBuffer.wrap(littleEndian));
    }

    /** Of floats, copied. */
    public static NamedTensor of(String name, float[] values, long... shape) {
        ByteBuffer data = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        return ofBytes(new VariableShape(name, ElementType.F32, shape), data.array());
    }

    /** Of longs, copied. */
    public static NamedTensor of(String name, long[] values, long... shape) {
        ByteBuffer data = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        data.asLongBuffer().put(values);
        return ofBytes(new VariableShape(name, ElementType.I64, shape), data.array());
    }

    @Override
    public ByteBuffer data() {
        return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The values as raw little-endian bytes, copied. */
    public byte[] bytes() {
        byte[] bytes = new byte[data.remaining()];
        data().get(bytes);
        return bytes;
    }

    /**
     * The values as floats, copied.
     *
     * @throws IllegalStateException if they are of another type
     */
    public float[] floats() {
        require(ElementType.F32);
        float[] values = new float[data.remaining() / Float.BYTES];
        data().asFloatBuffer().get(values);
        return values;
    }

    /**
     * The values as floats, converted from F16, BF16 and F64 to the nearest float.
     *
     * @throws IllegalStateException if they are no floating point numbers
     * @throws SaveFormatException if a finite number is too large for a float
     */
    public float[] toFloats() {
        return switch (type) {
            case F32 -> floats();
            case F64 -> fromDoubles();
            case F16, BF16 -> fromHalves();
            default ->
                throw new IllegalStateException("tensor '" + name + "' holds " + type + ", not floating point numbers");
        };
    }

    private float[] fromDoubles() {
        double[] doubles = new double[data.remaining() / Double.BYTES];
        data().asDoubleBuffer().get(doubles);
        float[] values = new float[doubles.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) doubles[i];
            if (Float.isInfinite(values[i]) && !Double.isInfinite(doubles[i])) {
                throw new SaveFormatException("tensor '" + name + "': value " + i + " is " + doubles[i]
                        + ", too large for a float; scale the tensor where it was written");
            }
        }
        return values;
    }

    private float[] fromHalves() {
        short[] halves = new short[data.remaining() / Short.BYTES];
        data().asShortBuffer().get(halves);
        float[] values = new float[halves.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = type == ElementType.F16 ? HalfFloat.toFloat(halves[i]) : Float.intBitsToFloat(halves[i] << 16);
        }
        return values;
    }

    /**
     * The values as longs, copied.
     *
     * @throws IllegalStateException if they are of another type
     */
    public long[] longs() {
        require(ElementType.I64);
        long[] values = new long[data.remaining() / Long.BYTES];
        data().asLongBuffer().get(values);
        return values;
    }

    private void require(ElementType wanted) {
        if (type != wanted) {
            throw new IllegalStateException("tensor '" + name + "' holds " + type + ", not " + wanted);
        }
    }

    /** What it is, without the values. */
    public VariableShape variable() {
        return new VariableShape(name, type, shape);
    }
}
