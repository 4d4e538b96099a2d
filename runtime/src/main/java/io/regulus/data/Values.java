package io.regulus.data;

import java.util.Objects;

/** Real targets: {@link #width} finite numbers per row. */
public final class Values extends Targets {
    private final float[] values;
    private final int width;
    private final Selection selection;

    /** The array is kept; the caller has checked it. */
    Values(float[] values, int width) {
        this(values, width, Selection.all(values.length / width));
    }

    private Values(float[] values, int width, Selection selection) {
        this.values = values;
        this.width = width;
        this.selection = selection;
    }

    /** Numbers per row, at least 1. */
    public int width() {
        return width;
    }

    /**
     * One number.
     *
     * @param row counted from 0
     * @param column 0 to {@code width() - 1}
     * @throws IndexOutOfBoundsException if there is no such row or column
     */
    public float at(int row, int column) {
        return values[selection.row(row) * width + Objects.checkIndex(column, width)];
    }

    /** All numbers, row by row, copied. */
    public float[] toArray() {
        float[] all = new float[selection.size() * width];
        copy(Order.sequential(selection.size()), 0, selection.size(), all);
        return all;
    }

    /**
     * Writes the numbers of rows to the start of {@code target}, row by row, allocating nothing.
     *
     * @param order row numbers
     * @param from position in {@code order} of the first row
     * @param count rows to write
     * @param target at least {@code count * width()} long
     * @throws IllegalArgumentException if {@code target} is too short
     * @throws IndexOutOfBoundsException if {@code from} and {@code count} leave {@code order}, or a row number is not
     *     one
     */
    public void copy(int[] order, int from, int count, float[] target) {
        Objects.checkFromIndexSize(from, count, order.length);
        if ((long) count * width > target.length) {
            throw new IllegalArgumentException("target has room for " + target.length + " values; " + count
                    + " rows of " + width + " need " + (long) count * width);
        }
        for (int i = 0; i < count; i++) {
            System.arraycopy(values, selection.row(order[from + i]) * width, target, i * width, width);
        }
    }

    /** Such as {@code Values[100 rows x 1]}. */
    @Override
    public String toString() {
        return "Values[" + selection.size() + " rows x " + width + "]";
    }

    @Override
    int size() {
        return selection.size();
    }

    @Override
    String unit() {
        return "real targets, " + width + " per row";
    }

    @Override
    Values blank(int rows) {
        return new Values(new float[Rows.values(rows, width)], width);
    }

    @Override
    void copyRow(int from, Targets into, int to) {
        Values other = (Values) into;
        System.arraycopy(values, selection.row(from) * width, other.values, other.selection.row(to) * width, width);
    }

    @Override
    Values range(int from, int to) {
        return new Values(values, width, selection.range(from, to));
    }

    @Override
    Values pick(int[] indices) {
        return new Values(values, width, selection.pick(indices));
    }
}
