package io.regulus.parquet;

import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import io.regulus.files.ClassIndex;
import io.regulus.files.DataFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The rows of files, one after the other. */
final class ParquetBlocks implements Blocks {
    private final Iterator<Path> paths;
    private final ParquetRequest request;
    private final ClassIndex classes;
    private Optional<ParquetTable> table = Optional.empty();
    private List<String> featureNames = List.of();

    ParquetBlocks(List<Path> paths, ParquetRequest request, ClassIndex classes) {
        this.paths = paths.iterator();
        this.request = request;
        this.classes = classes;
    }

    /** The file that has the next row; empty after the last one. */
    private Optional<ParquetTable> current() {
        while (table.isEmpty() || table.get().rowsLeft() == 0) {
            close();
            if (!paths.hasNext()) {
                return table;
            }
            Path path = paths.next();
            ParquetTable next = new ParquetTable(path, request);
            table = Optional.of(next);
            if (featureNames.isEmpty()) {
                featureNames = next.featureNames();
            } else if (!featureNames.equals(next.featureNames())) {
                throw new DataFileException(
                        path + ": its features are " + next.featureNames() + ", those of the files before "
                                + featureNames + "; name them with features(...), in one order");
            }
        }
        return table;
    }

    @Override
    public Optional<Dataset> next(int rows) {
        if (current().isEmpty()) {
            return Optional.empty();
        }
        Rows read = new Rows(rows, featureNames.size(), request.targets().size());
        while (read.count < rows && current().isPresent()) {
            ParquetTable open = table.orElseThrow();
            int number = Math.min(open.rowsLeft(), rows - read.count);
            read.append(open, number, classes);
            open.done(number);
        }
        return Optional.of(read.dataset());
    }

    @Override
    public void close() {
        table.ifPresent(ParquetTable::close);
        table = Optional.empty();
    }

    /** A block while it is filled, row after row in one array. */
    private final class Rows {
        private final float[] features;
        private final float[] targets;
        private final int[] labels;
        private final int width;
        private final int targetWidth;
        private int count;

        Rows(int rows, int width, int targetWidth) {
            this.width = width;
            this.targetWidth = targetWidth;
            features = new float[Math.multiplyExact(rows, width)];
            targets = new float[Math.multiplyExact(rows, targetWidth)];
            labels = new int[request.hasLabel() ? rows : 0];
        }

        void append(ParquetTable from, int rows, ClassIndex known) {
            for (int i = 0; i < width; i++) {
                from.features().get(i).read(rows, features, count * width + i, width);
            }
            for (int i = 0; i < targetWidth; i++) {
                from.targets().get(i).read(rows, targets, count * targetWidth + i, targetWidth);
            }
            if (request.hasLabel()) {
                int first = count;
                from.label().read(rows, (row, text) -> {
                    Integer label = known.labels().get(text);
                    if (label == null) {
                        throw from.label()
                                .refused("'" + text + "' is none of the classes " + known.names()
                                        + "; name it in classes(...)");
                    }
                    labels[first + row] = label;
                });
            }
            count += rows;
        }

        Dataset dataset() {
            Dataset data = Dataset.ofFlat(Arrays.copyOf(features, count * width), width)
                    .withFeatureNames(featureNames);
            if (targetWidth > 0) {
                return data.withValues(Arrays.copyOf(targets, count * targetWidth), targetWidth);
            }
            return request.hasLabel()
                    ? data.withLabels(Arrays.copyOf(labels, count)).withClassNames(classes.names())
                    : data;
        }
    }
}
