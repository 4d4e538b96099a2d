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
    /** The longest array that there is, about. */
    private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

    private final List<Path> paths;
    private final Iterator<Path> pathsLeft;
    private final ParquetRequest request;
    private final ClassIndex classes;
    private Optional<ParquetTable> table = Optional.empty();
    private List<String> featureNames = List.of();

    ParquetBlocks(List<Path> paths, ParquetRequest request, ClassIndex classes) {
        this.paths = paths;
        pathsLeft = paths.iterator();
        this.request = request;
        this.classes = classes;
    }

    /** The file that has the next row; empty after the last one. */
    private Optional<ParquetTable> current() {
        while (table.isEmpty() || table.get().rowsLeft() == 0) {
            close();
            if (!pathsLeft.hasNext()) {
                return table;
            }
            Path path = pathsLeft.next();
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

    /**
     * All rows as one block, at the beginning of a pass.
     *
     * @param rows how many the files say that there are
     * @throws DataFileException if they are more than a data set holds
     */
    Optional<Dataset> all(long rows) {
        current();
        int width = Math.max(1, Math.max(featureNames.size(), request.targets().size()));
        if (rows > MOST_VALUES / width) {
            throw new DataFileException(paths + ": " + rows + " rows of " + width
                    + " values are more than a data set holds, 2^31 values; read them in blocks, with stream()");
        }
        return next((int) Math.max(rows, 1));
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
            read.reserve(number);
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

    /** A block while it is filled, row after row in one array, which grows as row groups are read: files may say more than they hold. */
    private final class Rows {
        private final int asked;
        private float[] features = {};
        private float[] targets = {};
        private int[] labels = {};
        private final int width;
        private final int targetWidth;
        private int capacity;
        private int count;

        Rows(int asked, int width, int targetWidth) {
            this.asked = asked;
            this.width = width;
            this.targetWidth = targetWidth;
        }

        /** Makes room for so many rows more. */
        void reserve(int rows) {
            int most = MOST_VALUES / Math.max(1, Math.max(width, targetWidth));
            long needed = (long) count + rows;
            if (needed > most) {
                throw new DataFileException(paths + ": a block of " + asked + " rows is asked for, and at most " + most
                        + " rows of " + Math.max(width, targetWidth) + " values fit in one; ask for fewer rows");
            }
            if (needed > capacity) {
                capacity = (int) Math.min(Math.min(asked, most), Math.max(needed, 2L * capacity));
                features = Arrays.copyOf(features, capacity * width);
                targets = Arrays.copyOf(targets, capacity * targetWidth);
                labels = Arrays.copyOf(labels, request.hasLabel() ? capacity : 0);
            }
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
            Dataset data = Dataset.ofFlat(whole(features, count * width), width).withFeatureNames(featureNames);
            if (targetWidth > 0) {
                return data.withValues(whole(targets, count * targetWidth), targetWidth);
            }
            return request.hasLabel()
                    ? data.withLabels(Arrays.copyOf(labels, count)).withClassNames(classes.names())
                    : data;
        }

        private static float[] whole(float[] values, int length) {
            return values.length == length ? values : Arrays.copyOf(values, length);
        }
    }
}
