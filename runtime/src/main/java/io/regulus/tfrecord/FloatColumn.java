package io.regulus.tfrecord;

import io.regulus.data.Dataset;
import io.regulus.files.ArrayLimit;
import java.util.Arrays;
import java.util.Optional;
import org.tensorflow.proto.Feature;
import org.tensorflow.proto.FloatList;

/** Floats. */
final class FloatColumn extends Column {
    private float[] values = {};

    FloatColumn(String name, int width) {
        super(name, width);
    }

    @Override
    Feature.KindCase kind() {
        return Feature.KindCase.FLOAT_LIST;
    }

    @Override
    int count(Feature feature) {
        return feature.getFloatList().getValueCount();
    }

    @Override
    Optional<String> write(Feature feature, int to) {
        FloatList list = feature.getFloatList();
        if (values.length < to + width()) {
            values = Arrays.copyOf(values, ArrayLimit.withRoom(to + width()));
        }
        for (int i = 0; i < width(); i++) {
            float value = list.getValue(i);
            if (!Float.isFinite(value)) {
                return Optional.of("value " + i + " is " + value);
            }
            values[to + i] = value;
        }
        return Optional.empty();
    }

    float[] values(int rows) {
        return Arrays.copyOf(values, rows * width());
    }

    @Override
    Dataset rows(int rows) {
        return Dataset.ofFlat(values(rows), width());
    }
}
