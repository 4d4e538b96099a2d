package io.regulus.tfrecord;

import io.regulus.data.Dataset;
import io.regulus.files.ArrayLimit;
import java.util.Arrays;
import java.util.Optional;
import org.tensorflow.proto.Feature;

/** Unsigned bytes, those of a row being one value of the example. */
final class ByteColumn extends Column {
    private byte[] values = {};

    ByteColumn(String name, int width) {
        super(name, width);
    }

    @Override
    Feature.KindCase kind() {
        return Feature.KindCase.BYTES_LIST;
    }

    @Override
    int count(Feature feature) {
        return feature.getBytesList().getValueList().stream()
                .mapToInt(bytes -> bytes.size())
                .sum();
    }

    @Override
    Optional<String> write(Feature feature, int to) {
        if (values.length < to + width()) {
            values = Arrays.copyOf(values, ArrayLimit.withRoom(to + width()));
        }
        int at = to;
        for (var bytes : feature.getBytesList().getValueList()) {
            bytes.copyTo(values, at);
            at += bytes.size();
        }
        return Optional.empty();
    }

    @Override
    Dataset rows(int rows) {
        return Dataset.ofFlatBytes(Arrays.copyOf(values, rows * width()), width());
    }
}
