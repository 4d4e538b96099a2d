package io.regulus.spark.data;

import io.regulus.data.Dataset;
import io.regulus.data.DatasetBuilder;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Which bytes a row is, as it goes from a data frame to the process that learns from it: little-endian, in this order the inputs, the
 * targets and the weight.
 *
 * @param inputs at least one
 * @param targets none where rows are to be predicted
 * @param weighted whether a float stands at the end, by which the loss of the row is multiplied
 */
public record RowLayout(List<Input> inputs, List<Target> targets, boolean weighted) implements Serializable {
    private static final long serialVersionUID = 1;

    /** What the values of an input are. */
    public enum Kind {
        /** Floats of 4 bytes. */
        FLOATS(Float.BYTES),
        /** Unsigned bytes, 0 to 255. */
        BYTES(1),
        /** Ints of 4 bytes. */
        INTS(Integer.BYTES);

        private final int size;

        Kind(int size) {
            this.size = size;
        }
    }

    /**
     * The values of an input.
     *
     * @param name that of the network's field
     * @param length values per row, at least 1
     * @param scale what bytes are multiplied by where they are read as floats
     */
    public record Input(String name, Kind kind, int length, float scale) implements Serializable {
        private static final long serialVersionUID = 1;

        private int bytes() {
            return Math.multiplyExact(length, kind.size);
        }
    }

    /**
     * What an output is to be.
     *
     * @param name that of the network's field
     * @param label whether it is a class label, an int, in the place of floats
     * @param length floats per row, 1 for a label
     */
    public record Target(String name, boolean label, int length) implements Serializable {
        private static final long serialVersionUID = 1;

        // a label has as many bytes as a float
        private int bytes() {
            return Math.multiplyExact(length, Float.BYTES);
        }
    }

    public RowLayout {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("a row needs an input");
        }
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
    }

    /**
     * Bytes of a row.
     *
     * @throws ArithmeticException if they are more than an int holds
     */
    public int bytes() {
        int bytes = weighted ? Float.BYTES : 0;
        for (Input input : inputs) {
            bytes = Math.addExact(bytes, input.bytes());
        }
        for (Target target : targets) {
            bytes = Math.addExact(bytes, target.bytes());
        }
        return bytes;
    }

    /**
     * Rows as a model takes them: inputs and targets by name where there are several, without names where there is one.
     *
     * @param parts rows from position 0 to the limit, none of them cut; read part after part
     * @param classNames in the order of their labels; none to name none
     * @throws IllegalArgumentException if a value is none that a dataset takes, or an input has more than 2^31 - 1 values
     */
    public Dataset dataset(List<ByteBuffer> parts, List<String> classNames) {
        Columns columns = new Columns(parts, bytes());
        Dataset data;
        if (inputs.size() == 1 && targets.size() <= 1) {
            data = inputs(columns, inputs.get(0));
            for (Target target : targets) {
                data = withTarget(data, columns, target);
            }
        } else {
            data = named(columns);
        }
        if (weighted) {
            data = data.withRowWeights(columns.floats(1));
        }
        return classNames.isEmpty() ? data : data.withClassNames(classNames);
    }

    private Dataset named(Columns columns) {
        DatasetBuilder builder = Dataset.builder();
        Dataset last = null;
        for (Input input : inputs) {
            last = inputs(columns, input);
            builder.input(input.name(), last.features());
        }
        for (Target target : targets) {
            builder.target(target.name(), withTarget(last, columns, target).targets());
        }
        return builder.build();
    }

    private static Dataset inputs(Columns columns, Input input) {
        int length = input.length();
        return switch (input.kind()) {
            case FLOATS -> Dataset.ofFlat(columns.floats(length), length);
            case BYTES -> Dataset.ofFlatBytes(columns.bytes(length), length).withByteScale(input.scale());
            case INTS -> Dataset.ofFlatInts(columns.ints(length), length);
        };
    }

    private static Dataset withTarget(Dataset inputs, Columns columns, Target target) {
        return target.label()
                ? inputs.withLabels(columns.ints(1))
                : inputs.withValues(columns.floats(target.length()), target.length());
    }

    /** Takes one column after the other out of the rows. */
    private static final class Columns {
        private final List<ByteBuffer> parts;
        private final int rowBytes;
        private final long rows;
        /** Of the next column, within a row. */
        private int offset;

        Columns(List<ByteBuffer> parts, int rowBytes) {
            this.parts = parts.stream()
                    .map(part -> part.duplicate().order(ByteOrder.LITTLE_ENDIAN))
                    .toList();
            this.rowBytes = rowBytes;
            this.rows =
                    parts.stream().mapToLong(part -> part.limit() / rowBytes).sum();
        }

        float[] floats(int length) {
            float[] values = new float[count(length)];
            int at = 0;
            for (ByteBuffer part : parts) {
                for (int row = 0; row < part.limit(); row += rowBytes) {
                    for (int i = 0; i < length; i++) {
                        values[at++] = part.getFloat(row + offset + i * Float.BYTES);
                    }
                }
            }
            offset += length * Float.BYTES;
            return values;
        }

        int[] ints(int length) {
            int[] values = new int[count(length)];
            int at = 0;
            for (ByteBuffer part : parts) {
                for (int row = 0; row < part.limit(); row += rowBytes) {
                    for (int i = 0; i < length; i++) {
                        values[at++] = part.getInt(row + offset + i * Integer.BYTES);
                    }
                }
            }
            offset += length * Integer.BYTES;
            return values;
        }

        byte[] bytes(int length) {
            byte[] values = new byte[count(length)];
            int at = 0;
            for (ByteBuffer part : parts) {
                for (int row = 0; row < part.limit(); row += rowBytes) {
                    part.get(row + offset, values, at, length);
                    at += length;
                }
            }
            offset += length;
            return values;
        }

        private int count(int length) {
            long values = rows * length;
            if (values > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(rows + " rows of " + length + " values are " + values
                        + ", more than the 2147483647 that one process holds of an input: take more workers");
            }
            return (int) values;
        }
    }
}
