package io.regulus.data;

import java.util.function.IntUnaryOperator;

/** Checks and flattens what the factories of {@link Dataset} are given. Every message says which row and what size. */
final class Rows {
    private Rows() {}

    static float[] flatten(String what, float[][] rows) {
        int length = check(what, rows, i -> rows[i] == null ? -1 : rows[i].length);
        float[] flat = new float[rows.length * length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * length, length);
        }
        requireFinite(what, flat, length);
        return flat;
    }

    static byte[] flatten(String what, byte[][] rows) {
        int length = check(what, rows, i -> rows[i] == null ? -1 : rows[i].length);
        byte[] flat = new byte[rows.length * length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * length, length);
        }
        return flat;
    }

    static int[] flatten(String what, int[][] rows) {
        int length = check(what, rows, i -> rows[i] == null ? -1 : rows[i].length);
        int[] flat = new int[rows.length * length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * length, length);
        }
        return flat;
    }

    /** Length of every row; -1 of the length function stands for null. */
    private static int check(String what, Object[] rows, IntUnaryOperator lengthOf) {
        requireNotNull(what, rows);
        if (rows.length == 0) {
            throw new IllegalArgumentException(what + " is empty: a dataset needs at least one row");
        }
        int length = lengthOf.applyAsInt(0);
        for (int i = 0; i < rows.length; i++) {
            int own = lengthOf.applyAsInt(i);
            if (own == -1) {
                throw new IllegalArgumentException(what + "[" + i + "] is null; leave it out");
            }
            if (own != length) {
                throw new IllegalArgumentException(what + "[" + i + "] has " + own + " values, " + what + "[0] has "
                        + length + ": all rows must be equally long");
            }
        }
        if (length == 0) {
            throw new IllegalArgumentException(what + "[0] is empty: a row needs at least one value");
        }
        if ((long) rows.length * length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(what + " has " + tooMany(rows.length, length));
        }
        return length;
    }

    private static String tooMany(int rows, int length) {
        return rows + " rows of " + length
                + " values; a dataset holds at most 2^31 - 1 values. Train on a DataStream, or on parts";
    }

    /** How many values so many rows have. */
    static int values(int rows, int rowLength) {
        if ((long) rows * rowLength > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("there are " + tooMany(rows, rowLength));
        }
        return rows * rowLength;
    }

    /** For flat arrays: a whole number of rows, at least one. */
    static void requireWholeRows(int values, int rowLength) {
        if (rowLength < 1) {
            throw new IllegalArgumentException("rowLength = " + rowLength + ": must be at least 1");
        }
        if (values == 0) {
            throw new IllegalArgumentException("values is empty: a dataset needs at least one row");
        }
        if (values % rowLength != 0) {
            throw new IllegalArgumentException(values + " values are not a whole number of rows of " + rowLength + "; "
                    + values % rowLength + " are left over");
        }
    }

    static void requireFinite(String what, float[] values, int rowLength) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(what + ": row " + i / rowLength + ", value " + i % rowLength + " is "
                        + values[i] + ", which would make every weight NaN; fill it in or drop the row");
            }
        }
    }

    static void requireLabels(int[] labels, int rows) {
        requireNotNull("labels", labels);
        requireSameCount(rows, "labels", labels.length);
        requireLabels("labels", labels);
    }

    static void requireLabels(String what, int[] labels) {
        requireNotNull(what, labels);
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0) {
                throw new IllegalArgumentException(
                        what + "[" + i + "] = " + labels[i] + ": labels are counted from 0, to classes - 1");
            }
        }
    }

    static void requireWeights(float[] weights, int rows) {
        requireNotNull("weights", weights);
        requireSameCount(rows, "weights", weights.length);
        for (int i = 0; i < weights.length; i++) {
            requireWeight(weights[i], "row", i, weights[i]);
        }
    }

    static void requireClassWeights(double[] weights) {
        for (int label = 0; label < weights.length; label++) {
            requireWeight((float) weights[label], "class", label, weights[label]);
        }
    }

    private static void requireWeight(float weight, String of, int at, Number written) {
        if (!(weight >= 0) || Float.isInfinite(weight)) {
            throw new IllegalArgumentException(
                    "weights[" + at + "] = " + written + ": the weight of a " + of + " is a finite number, 0 or more");
        }
    }

    /** One of something, such as a name or a weight, for each label there is. */
    static void requireForEachLabel(Labels labels, String one, int given) {
        int max = labels.max();
        if (max >= given) {
            throw new IllegalArgumentException(given + " class " + one + "s, but there is a label " + max + ": give a "
                    + one + " for every label from 0 to " + max);
        }
    }

    static void requireSameCount(int rows, String what, int count) {
        if (count != rows) {
            throw new IllegalArgumentException(rows + " rows, but " + count + " " + what + ": give one for each row");
        }
    }

    static void requireAtLeastOne(String what, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " = " + value + ": must be at least 1");
        }
    }

    static void requireNotNull(String what, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(what + " is null; give one");
        }
    }
}
