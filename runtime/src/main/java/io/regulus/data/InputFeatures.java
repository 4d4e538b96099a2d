package io.regulus.data;

import java.util.Objects;

/**
 * The inputs of a dataset: rows of equal length, stored one after the other in one array. A row of an image is its
 * values in the order height, width, channels.
 *
 * <p>The copy methods are what the training loop calls once a step: they allocate nothing, and they take the rows by an
 * order so that a shuffled epoch moves indices and not data.
 */
public abstract sealed class InputFeatures permits FloatFeatures, ByteFeatures, IntFeatures {
    private final int rowLength;
    private final Selection selection;

    InputFeatures(int rowLength, Selection selection) {
        this.rowLength = rowLength;
        this.selection = selection;
    }

    /** Number of rows. */
    public final int size() {
        return selection.size();
    }

    /** Values per row. */
    public final int rowLength() {
        return rowLength;
    }

    /**
     * Writes {@code count} rows as floats to the start of {@code target}, one after the other.
     *
     * @param order row numbers
     * @param from position in {@code order} of the first row to write
     * @param count rows to write
     * @param target at least {@code count * rowLength()} long
     * @throws IllegalArgumentException if {@code target} is too short
     * @throws IndexOutOfBoundsException if {@code from} and {@code count} leave {@code order}, or a row number is not
     *     one
     */
    public abstract void copyFloats(int[] order, int from, int count, float[] target);

    /**
     * Writes rows as the bytes they are stored as; see {@link #copyFloats}.
     *
     * @throws IllegalStateException unless these are {@link ByteFeatures}
     */
    public abstract void copyBytes(int[] order, int from, int count, byte[] target);

    /**
     * Writes rows as integers: {@link IntFeatures} as they are, {@link ByteFeatures} as 0..255, unscaled; see {@link
     * #copyFloats}.
     *
     * @throws IllegalStateException if these are {@link FloatFeatures}
     */
    public abstract void copyInts(int[] order, int from, int count, int[] target);

    final Selection selection() {
        return selection;
    }

    /** What a value is, in the plural, for messages. */
    abstract String unit();

    /** The same stored array seen through another selection. */
    abstract InputFeatures with(Selection other);

    /** The stored array. */
    abstract Object stored();

    /** Rows of this kind and length that are still to be filled in. */
    abstract InputFeatures blank(int rows);

    /** Copies a row over one of others of the same kind and length. */
    final void copyRow(int from, InputFeatures into, int to) {
        System.arraycopy(stored(), offset(from), into.stored(), into.offset(to), rowLength);
    }

    final InputFeatures range(int from, int to) {
        return with(selection.range(from, to));
    }

    final InputFeatures pick(int[] indices) {
        return with(selection.pick(indices));
    }

    /** Where row i begins in the stored array. */
    final int offset(int i) {
        return selection.row(i) * rowLength;
    }

    /** Checked once per batch, so that the loops over rows need not. */
    final void checkBatch(int[] order, int from, int count, int targetLength) {
        Objects.checkFromIndexSize(from, count, order.length);
        if ((long) count * rowLength > targetLength) {
            throw new IllegalArgumentException("target has room for " + targetLength + " values; " + count + " rows of "
                    + rowLength + " need " + (long) count * rowLength);
        }
    }

    final IllegalStateException cannotRead(String asked, String factory) {
        return new IllegalStateException(
                "this dataset holds " + unit() + " and cannot be read as " + asked + "; create it with " + factory);
    }
}
