package io.regulus.tfrecord;

import com.google.protobuf.InvalidProtocolBufferException;
import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import io.regulus.data.DatasetBuilder;
import io.regulus.data.Names;
import io.regulus.files.ArrayLimit;
import io.regulus.files.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tensorflow.proto.Example;
import org.tensorflow.proto.Feature;

/** A pass over TFRecord files, one after the other. */
final class TfRecordBlocks implements Blocks {
    private final List<Path> files;
    private final List<Column> inputs;
    private final List<Column> targets;
    private final List<Column> columns;
    /** Values of a row in its widest column. */
    private final int width;

    private final Problems problems;
    private int at;
    private TfRecordFile file;

    TfRecordBlocks(List<Path> files, List<Column> inputs, List<Column> targets, Problems problems) {
        this.files = files;
        this.inputs = inputs;
        this.targets = targets;
        this.columns = Stream.concat(inputs.stream(), targets.stream()).toList();
        this.width = columns.stream().mapToInt(Column::width).max().orElse(1);
        this.problems = problems;
        this.file = TfRecordFile.open(files.get(0));
    }

    @Override
    public Optional<Dataset> next(int count) {
        int rows = 0;
        while (rows < count && at < files.size()) {
            Optional<byte[]> record = file.next(problems);
            if (record.isEmpty()) {
                nextFile();
            } else if (add(record.get(), rows)) {
                rows++;
            }
        }
        return rows == 0 ? Optional.empty() : Optional.of(toDataset(rows));
    }

    private void nextFile() {
        file.close();
        at++;
        if (at < files.size()) {
            file = TfRecordFile.open(files.get(at));
        }
    }

    /** Whether the record is a good row; what is added of a bad one lies behind the others and is written over. */
    private boolean add(byte[] record, int rows) {
        Map<String, Feature> features;
        try {
            features = Example.parseFrom(record).getFeatures().getFeatureMap();
        } catch (InvalidProtocolBufferException malformed) {
            problem(
                    "example",
                    "is no tf.train.Example (" + malformed.getMessage() + ")",
                    "Only records of tf.train.Example are read.");
            return false;
        }
        ArrayLimit.require(files.get(at), rows + 1L, width);
        boolean good = true;
        for (Column column : columns) {
            Feature feature = features.get(column.name());
            Optional<String> wrong = feature == null
                    ? Optional.of("is missing" + Names.suggestion(column.name(), features.keySet()) + " There are "
                            + new TreeSet<>(features.keySet()))
                    : column.add(feature, rows);
            if (wrong.isPresent()) {
                problem(
                        column.name(),
                        "feature '" + column.name() + "' " + wrong.get(),
                        "Ask for '" + column.name() + "' as it was written, or correct those records.");
                good = false;
            }
        }
        return good;
    }

    private void problem(String kind, String what, String cure) {
        problems.add(files.get(at), file.place(), kind, what, cure);
    }

    private Dataset toDataset(int rows) {
        if (inputs.size() == 1 && targets.size() <= 1) {
            Dataset data = inputs.get(0).rows(rows);
            return targets.isEmpty() ? data : labelled(data, targets.get(0), rows);
        }
        DatasetBuilder named = Dataset.builder();
        inputs.forEach(input -> named.input(input.name(), input.rows(rows).features()));
        Dataset any = inputs.get(0).rows(rows);
        targets.forEach(target ->
                named.target(target.name(), labelled(any, target, rows).targets()));
        return named.build();
    }

    private static Dataset labelled(Dataset data, Column target, int rows) {
        return target instanceof FloatColumn values
                ? data.withValues(values.values(rows), values.width())
                : data.withLabels(((IntColumn) target).values(rows));
    }

    @Override
    public void close() {
        file.close();
    }
}
