package io.regulus.data;

/**
 * Inputs stored as unsigned bytes, 0..255: images as they come from a file, a quarter of the memory of floats. Read as
 * floats, a byte b is {@code b * scale()}; a network whose input is {@code UINT8} gets the bytes themselves.
 */
public final class ByteFeatures extends InputFeatures {
    /** The scale unless another is set: 0..255 becomes 0..1. */
    public static final float DEFAULT_SCALE = 1f / 255;

    private final byte[] values;
    private final float scale;
    /** The float of each byte: one look-up instead of a mask, a conversion and a multiplication per pixel. */
    private final float[] floats;

    ByteFeatures(byte[] values, int rowLength) {
        this(values, rowLength, Selection.all(values.length / rowLength), DEFAULT_SCALE, table(DEFAULT_SCALE));
    }

    private ByteFeatures(byte[] values, int rowLength, Selection selection, float scale, float[] floats) {
        super(rowLength, selection);
        this.values = values;
        this.scale = scale;
        this.floats = floats;
    }

    private static float[] table(float scale) {
        float[] table = new float[256];
        for (int value = 0; value < table.length; value++) {
            table[value] = value * scale;
        }
        return table;
    }

    /** What a byte is multiplied by when it is read as a float; 1/255 by default. */
    public float scale() {
        return scale;
    }

    ByteFeatures scaledBy(float other) {
        return new ByteFeatures(values, rowLength(), selection(), other, table(other));
    }

    @Override
    public void copyFloats(int[] order, int from, int count, float[] target) {
        checkBatch(order, from, count, target.length);
        int length = rowLength();
        int to = 0;
        for (int i = 0; i < count; i++) {
            int start = offset(order[from + i]);
            for (int at = start; at < start + length; at++) {
                target[to++] = floats[values[at] & 0xFF];
            }
        }
    }

    @Override
    public void copyBytes(int[] order, int from, int count, byte[] target) {
        checkBatch(order, from, count, target.length);
        int length = rowLength();
        for (int i = 0; i < count; i++) {
            System.arraycopy(values, offset(order[from + i]), target, i * length, length);
        }
    }

    @Override
    public void copyInts(int[] order, int from, int count, int[] target) {
        checkBatch(order, from, count, target.length);
        int length = rowLength();
        int to = 0;
        for (int i = 0; i < count; i++) {
            int start = offset(order[from + i]);
            for (int at = start; at < start + length; at++) {
                target[to++] = values[at] & 0xFF;
            }
        }
    }

    @Override
    String unit() {
        return "bytes";
    }

    @Override
    Object stored() {
        return values;
    }

    @Override
    ByteFeatures blank(int rows) {
        byte[] blank = new byte[Rows.values(rows, rowLength())];
        return new ByteFeatures(blank, rowLength(), Selection.all(rows), scale, floats);
    }

    @Override
    ByteFeatures with(Selection other) {
        return new ByteFeatures(values, rowLength(), other, scale, floats);
    }
}
