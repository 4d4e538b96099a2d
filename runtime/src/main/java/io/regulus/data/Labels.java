package io.regulus.data;

import java.util.Objects;

/** Class labels, one per row, counted from 0. */
public final class Labels extends Targets {
    private final int[] labels;
    private final Selection selection;

    /** The array is kept; the caller has checked it. */
    Labels(int[] labels) {
        this(labels, Selection.all(labels.length));
    }

    private Labels(int[] labels, Selection selection) {
        this.labels = labels;
        this.selection = selection;
    }

    /**
     * The label of a row.
     *
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public int at(int row) {
        return labels[selection.row(row)];
    }

    /** The largest label there is: a classifier of these rows has more classes than this. */
    public int max() {
        int max = 0;
        for (int i = 0; i < selection.size(); i++) {
            max = Math.max(max, at(i));
        }
        return max;
    }

    /** All labels in the order of the rows, copied. */
    public int[] toArray() {
        int[] all = new int[selection.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = at(i);
        }
        return all;
    }

    /**
     * Writes the labels of rows to the start of {@code target}, allocating nothing.
     *
     * @param order row numbers
     * @param from position in {@code order} of the first row
     * @param count rows to write
     * @param target at least {@code count} long
     * @throws IllegalArgumentException if {@code target} is too short
     * @throws IndexOutOfBoundsException if {@code from} and {@code count} leave {@code order}, or a row number is not
     *     one
     */
    public void copy(int[] order, int from, int count, int[] target) {
        Objects.checkFromIndexSize(from, count, order.length);
        if (count > target.length) {
            throw new IllegalArgumentException(
                    "target has room for " + target.length + " labels; " + count + " rows need " + count);
        }
        for (int i = 0; i < count; i++) {
            target[i] = at(order[from + i]);
        }
    }

    /** Such as {@code Labels[100 rows]}. */
    @Override
    public String toString() {
        return "Labels[" + selection.size() + " rows]";
    }

    @Override
    int size() {
        return selection.size();
    }

    @Override
    String unit() {
        return "class labels";
    }

    @Override
    Labels blank(int rows) {
        return new Labels(new int[rows]);
    }

    @Override
    void copyRow(int from, Targets into, int to) {
        Labels other = (Labels) into;
        other.labels[other.selection.row(to)] = at(from);
    }

    @Override
    Labels range(int from, int to) {
        return new Labels(labels, selection.range(from, to));
    }

    @Override
    Labels pick(int[] indices) {
        return new Labels(labels, selection.pick(indices));
    }
}
