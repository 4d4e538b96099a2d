package io.regulus.tfrecord;

import io.regulus.data.Dataset;
import io.regulus.files.ArrayLimit;
import java.util.Arrays;
import java.util.Optional;
import org.tensorflow.proto.Feature;

/** Integers within bounds. */
final class IntColumn extends Column {
    private final long min;
    private final long max;
    private int[] values = {};

    /**
     * A column without rows.
     *
     * @param min the least value there may be, of 32 bits
     * @param max the largest value there may be, of 32 bits
     */
    IntColumn(String name, int width, long min, long max) {
        super(name, width);
        this.min = min;
        this.max = max;
    }

    @Override
    Feature.KindCase kind() {
        return Feature.KindCase.INT64_LIST;
    }

    @Override
    int count(Feature feature) {
        return feature.getInt64List().getValueCount();
    }

    @Override
    Optional<String> write(Feature feature, int to) {
        if (values.length < to + width()) {
            values = Arrays.copyOf(values, ArrayLimit.withRoom(to + width()));
        }
        for (int i = 0; i < width(); i++) {
            long value = feature.getInt64List().getValue(i);
            if (value < min || value > max) {
                return Optional.of("value " + i + " is " + value + ", out of range: " + min + " to " + max);
            }
            values[to + i] = (int) value;
        }
        return Optional.empty();
    }

    int[] values(int rows) {
        return Arrays.copyOf(values, rows * width());
    }

    @Override
    Dataset rows(int rows) {
        return Dataset.ofFlatInts(values(rows), width());
    }
}
