package io.regulus.data;

/** Inputs stored as floats. */
public final class FloatFeatures extends InputFeatures {
    private final float[] values;

    FloatFeatures(float[] values, int rowLength) {
        this(values, rowLength, Selection.all(values.length / rowLength));
    }

    private FloatFeatures(float[] values, int rowLength, Selection selection) {
        super(rowLength, selection);
        this.values = values;
    }

    @Override
    public void copyFloats(int[] order, int from, int count, float[] target) {
        checkBatch(order, from, count, target.length);
        int length = rowLength();
        for (int i = 0; i < count; i++) {
            System.arraycopy(values, offset(order[from + i]), target, i * length, length);
        }
    }

    @Override
    public void copyBytes(int[] order, int from, int count, byte[] target) {
        throw cannotRead("bytes", "Dataset.ofBytes, or declare the network's input as FLOAT32");
    }

    @Override
    public void copyInts(int[] order, int from, int count, int[] target) {
        throw cannotRead("ints", "Dataset.ofInts, or declare the network's input as FLOAT32");
    }

    @Override
    String unit() {
        return "floats";
    }

    @Override
    Object stored() {
        return values;
    }

    @Override
    FloatFeatures blank(int rows) {
        return new FloatFeatures(new float[Rows.values(rows, rowLength())], rowLength());
    }

    @Override
    FloatFeatures with(Selection other) {
        return new FloatFeatures(values, rowLength(), other);
    }
}
