package io.regulus.tfrecord;

import io.regulus.data.Dataset;
import java.util.Optional;
import org.tensorflow.proto.Feature;

/** A feature of the examples, gathered row by row. */
abstract sealed class Column permits FloatColumn, IntColumn, ByteColumn {
    private final String name;
    private final int width;

    /**
     * A column without rows.
     *
     * @param name of the feature
     * @param width values per row
     */
    Column(String name, int width) {
        if (width < 1) {
            throw new IllegalArgumentException("'" + name + "' with " + width + " values a row: must be at least 1");
        }
        this.name = name;
        this.width = width;
    }

    final String name() {
        return name;
    }

    final int width() {
        return width;
    }

    /**
     * Checks a row and adds it behind those there are; what is wrong with it, or empty.
     *
     * @param rows that there are: one more {@linkplain io.regulus.files.ArrayLimit fits into one array}
     */
    final Optional<String> add(Feature feature, int rows) {
        int values = count(feature);
        if (feature.getKindCase() != kind()) {
            return Optional.of("is of " + described(feature.getKindCase()) + ", expected " + described(kind()));
        }
        if (values != width) {
            return Optional.of("has " + values + " values, expected " + width);
        }
        return write(feature, rows * width);
    }

    private static String described(Feature.KindCase kind) {
        return switch (kind) {
            case BYTES_LIST -> "bytes";
            case FLOAT_LIST -> "floats";
            case INT64_LIST -> "integers";
            case KIND_NOT_SET -> "no kind";
        };
    }

    /** What holds the values in an example. */
    abstract Feature.KindCase kind();

    /** How many there are. */
    abstract int count(Feature feature);

    /** Writes the values of a row, as many as there should be; what is wrong with one, or empty. */
    abstract Optional<String> write(Feature feature, int to);

    /** The first rows, at least one. */
    abstract Dataset rows(int rows);
}
