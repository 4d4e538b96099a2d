package io.regulus.data;

/** Inputs stored as 32-bit integers: tokens, categories. Read as floats, each is converted (exact up to 2^24). */
public final class IntFeatures extends InputFeatures {
    private final int[] values;

    IntFeatures(int[] values, int rowLength) {
        this(values, rowLength, Selection.all(values.length / rowLength));
    }

    private IntFeatures(int[] values, int rowLength, Selection selection) {
        super(rowLength, selection);
        this.values = values;
    }

    @Override
    public void copyFloats(int[] order, int from, int count, float[] target) {
        checkBatch(order, from, count, target.length);
        int length = rowLength();
        int to = 0;
        for (int i = 0; i < count; i++) {
            int start = offset(order[from + i]);
            for (int at = start; at < start + length; at++) {
                target[to++] = values[at];
            }
        }
    }

    @Override
    public void copyBytes(int[] order, int from, int count, byte[] target) {
        throw cannotRead("bytes", "Dataset.ofBytes, or declare the network's input as INT32");
    }

    @Override
    public void copyInts(int[] order, int from, int count, int[] target) {
        checkBatch(order, from, count, target.length);
        int length = rowLength();
        for (int i = 0; i < count; i++) {
            System.arraycopy(values, offset(order[from + i]), target, i * length, length);
        }
    }

    @Override
    String unit() {
        return "ints";
    }

    @Override
    Object stored() {
        return values;
    }

    @Override
    IntFeatures blank(int rows) {
        return new IntFeatures(new int[Rows.values(rows, rowLength())], rowLength());
    }

    @Override
    IntFeatures with(Selection other) {
        return new IntFeatures(values, rowLength(), other);
    }
}
