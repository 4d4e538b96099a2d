package io.regulus.files;

import io.regulus.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Gathers rows of bytes with class labels in one array, which grows where it is full. */
final class ByteRows {
    private final int rowLength;
    private byte[] values;
    private int[] labels;
    private int rows;

    /** Rows to be added, the first so many without growing. */
    ByteRows(int rowLength, int expected) {
        this(new byte[expected * rowLength], rowLength);
    }

    /** Rows that lie in an array, of which none is added yet: good ones move up over bad ones. */
    ByteRows(byte[] values, int rowLength) {
        this.values = values;
        this.rowLength = rowLength;
        this.labels = new int[values.length / rowLength];
    }

    /** Writes a row. */
    interface Row {
        void write(byte[] target, int offset);
    }

    /** Adds the row that begins at a position of the array, behind all that were added. */
    void add(int from, int label) {
        add(
                (target, to) -> {
                    if (from != to) {
                        System.arraycopy(values, from, target, to, rowLength);
                    }
                },
                label);
    }

    /** Adds a row. */
    void add(Row row, int label) {
        if (rows == labels.length) {
            int room = Math.max(64, ArrayLimit.withRoom((long) rows * rowLength) / rowLength);
            values = Arrays.copyOf(values, room * rowLength);
            labels = Arrays.copyOf(labels, room);
        }
        row.write(values, rows * rowLength);
        labels[rows++] = label;
    }

    int size() {
        return rows;
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
