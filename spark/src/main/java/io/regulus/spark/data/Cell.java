package io.regulus.spark.data;

import io.regulus.files.RowFlaw;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** What a column gives to the bytes of a row. */
sealed interface Cell extends Serializable {
    /**
     * Writes what a row has.
     *
     * @return what is wrong with it; then nothing is to be read of what was written
     */
    Optional<RowFlaw> write(Row row, ByteBuffer into);

    /**
     * A column.
     *
     * @param index its place in a row
     */
    record Column(String name, int index, CellType type) implements Serializable {
        private static final long serialVersionUID = 1;

        private static final String DROP = "Fill it in, or leave such rows out, as data.na().drop() does";

        Optional<RowFlaw> flaw(String what, String cure) {
            return Optional.of(new RowFlaw(name, what, cure));
        }

        Optional<RowFlaw> missing() {
            return flaw("is null", DROP);
        }

        Optional<RowFlaw> wrongLength(int found, int expected) {
            return flaw("has " + found + " values", "The network takes " + expected + ": give each row so many");
        }
    }

    /**
     * Values that the network reads as numbers with a fraction, or is to learn.
     *
     * @param length how many a row has
     */
    record Floats(Column column, int length) implements Cell {
        private static final long serialVersionUID = 1;

        @Override
        public Optional<RowFlaw> write(Row row, ByteBuffer into) {
            Object cell = row.get(column.index());
            if (cell == null) {
                return column.missing();
            }
            double[] numbers = column.type().numbers(cell);
            if (numbers.length != length) {
                return column.wrongLength(numbers.length, length);
            }
            for (int i = 0; i < length; i++) {
                float number = (float) numbers[i];
                if (!Float.isFinite(number)) {
                    return column.flaw(
                            "is " + numbers[i] + at(i, length),
                            "Give finite numbers that a float can hold, or leave such rows out");
                }
                into.putFloat(number);
            }
            return Optional.empty();
        }
    }

    /** Bytes of an input, 0 to 255. */
    record Bytes(Column column, int length) implements Cell {
        private static final long serialVersionUID = 1;

        @Override
        public Optional<RowFlaw> write(Row row, ByteBuffer into) {
            Object cell = row.get(column.index());
            if (cell == null) {
                return column.missing();
            }
            if (cell instanceof byte[] bytes) {
                if (bytes.length != length) {
                    return column.wrongLength(bytes.length, length);
                }
                into.put(bytes);
                return Optional.empty();
            }
            double[] numbers = column.type().numbers(cell);
            if (numbers.length != length) {
                return column.wrongLength(numbers.length, length);
            }
            for (int i = 0; i < length; i++) {
                if (!isWhole(numbers[i], 0, 255)) {
                    return column.flaw(
                            "is " + shown(numbers[i]) + at(i, length), "The input takes whole numbers from 0 to 255");
                }
                into.put((byte) numbers[i]);
            }
            return Optional.empty();
        }
    }

    /**
     * Whole numbers: those of an input, or the number of a class.
     *
     * @param length how many a row has
     * @param last the largest that may be
     * @param first the smallest
     * @param cure what to do about others
     */
    record Ints(Column column, int length, int first, int last, String cure) implements Cell {
        private static final long serialVersionUID = 1;

        @Override
        public Optional<RowFlaw> write(Row row, ByteBuffer into) {
            Object cell = row.get(column.index());
            if (cell == null) {
                return column.missing();
            }
            double[] numbers = column.type().numbers(cell);
            if (numbers.length != length) {
                return column.wrongLength(numbers.length, length);
            }
            for (int i = 0; i < length; i++) {
                if (!isWhole(numbers[i], first, last)) {
                    return column.flaw("is " + shown(numbers[i]) + at(i, length), cure);
                }
                into.putInt((int) numbers[i]);
            }
            return Optional.empty();
        }
    }

    /** What a row counts in the loss. */
    record Weight(Column column) implements Cell {
        private static final long serialVersionUID = 1;

        @Override
        public Optional<RowFlaw> write(Row row, ByteBuffer into) {
            Object cell = row.get(column.index());
            if (cell == null) {
                return column.missing();
            }
            float weight = (float) column.type().numbers(cell)[0];
            if (!Float.isFinite(weight) || weight < 0) {
                return column.flaw(
                        "is " + shown(weight), "Give what the row counts in the loss, a finite number, 0 or more");
            }
            into.putFloat(weight);
            return Optional.empty();
        }
    }

    private static boolean isWhole(double number, int first, int last) {
        return number >= first && number <= last && number == Math.rint(number);
    }

    private static String shown(double number) {
        return number == (long) number ? Long.toString((long) number) : Double.toString(number);
    }

    private static String at(int position, int length) {
        return length == 1 ? "" : " at position " + position;
    }
}
