package io.regulus.spark.data;

import io.regulus.data.Dataset;
import io.regulus.data.InputFeatures;
import io.regulus.data.Order;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The rows of a dataset as bytes of a layout: what {@link RowLayout#dataset} turns back. */
record DatasetBytes(RowLayout layout, Dataset data) {
    /** Writes a column of a row. */
    private interface Column {
        void write(int row, ByteBuffer into);
    }

    /**
     * Writes row after row.
     *
     * @param into little-endian, with room for all
     */
    void write(ByteBuffer into) {
        List<Column> columns = new ArrayList<>();
        layout.inputs().forEach(input -> columns.add(column(input)));
        layout.targets().forEach(target -> columns.add(column(target)));
        if (layout.weighted()) {
            columns.add(floats(data.rowWeights().orElseThrow().toArray(), 1));
        }
        for (int row = 0; row < data.size(); row++) {
            for (Column column : columns) {
                column.write(row, into);
            }
        }
    }

    private Column column(RowLayout.Input input) {
        InputFeatures features = data.features(input.name());
        int[] order = Order.sequential(data.size());
        int count = Math.multiplyExact(data.size(), input.length());
        return switch (input.kind()) {
            case FLOATS -> {
                float[] values = new float[count];
                features.copyFloats(order, 0, data.size(), values);
                yield floats(values, input.length());
            }
            case INTS -> {
                int[] values = new int[count];
                features.copyInts(order, 0, data.size(), values);
                yield ints(values, input.length());
            }
            case BYTES -> {
                byte[] values = new byte[count];
                features.copyBytes(order, 0, data.size(), values);
                yield (row, into) -> into.put(values, row * input.length(), input.length());
            }
        };
    }

    private Column column(RowLayout.Target target) {
        return target.label()
                ? ints(data.labels().toArray(), 1)
                : floats(data.values().toArray(), target.length());
    }

    private static Column floats(float[] values, int length) {
        return (row, into) -> {
            for (int i = row * length; i < (row + 1) * length; i++) {
                into.putFloat(values[i]);
            }
        };
    }

    private static Column ints(int[] values, int length) {
        return (row, into) -> {
            for (int i = row * length; i < (row + 1) * length; i++) {
                into.putInt(values[i]);
            }
        };
    }
}
