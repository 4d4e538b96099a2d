package io.regulus.files;

import io.regulus.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Gathers rows of bytes with class labels: the good ones move up over the bad ones, in the arrays that they were read into. */
final class ByteRows {
    private final byte[] values;
    private final int rowLength;
    private final int[] labels;
    private int rows;

    /** Rows of which none is added yet. */
    ByteRows(byte[] values, int rowLength) {
        this.values = values;
        this.rowLength = rowLength;
        this.labels = new int[values.length / rowLength];
    }

    /** Adds the row that begins at a position of the values, behind all that were added. */
    void add(int from, int label) {
        int to = rows * rowLength;
        if (from != to) {
            System.arraycopy(values, from, values, to, rowLength);
        }
        labels[rows++] = label;
    }

    /** The rows; empty if there is none. */
    Optional<Dataset> toDataset(List<String> classes) {
        if (rows == 0) {
            return Optional.empty();
        }
        boolean all = rows == labels.length;
        Dataset data = Dataset.ofFlatBytes(
                all ? values : Arrays.copyOf(values, rows * rowLength), rowLength, Arrays.copyOf(labels, rows));
        return Optional.of(classes.isEmpty() ? data : data.withClassNames(classes));
    }
}
