package io.regulus.parquet;

import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import io.regulus.data.NameIndex;
import io.regulus.data.Names;
import io.regulus.files.ArrayLimit;
import io.regulus.files.ColumnRoles;
import io.regulus.files.DataFileException;
import io.regulus.files.Problems;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A pass over the rows of files, one after the other. */
final class ParquetBlocks implements Blocks {
    private final List<Path> paths;
    private final Iterator<Path> pathsLeft;
    private final ColumnRoles roles;
    private final NameIndex classes;
    private final Problems problems;
    private Optional<OpenFile> file = Optional.empty();
    private List<String> featureNames = List.of();
    private boolean found;

    ParquetBlocks(List<Path> paths, ColumnRoles roles, NameIndex classes, Problems problems) {
        this.paths = paths;
        pathsLeft = paths.iterator();
        this.roles = roles;
        this.classes = classes;
        this.problems = problems;
        current();
    }

    /** A file with the columns that are asked for. */
    private record OpenFile(
            ParquetTable table,
            List<ParquetColumn> features,
            List<ParquetColumn> targets,
            Optional<ParquetColumn> label)
            implements AutoCloseable {

        static OpenFile open(Path path, ColumnRoles roles) {
            ParquetTable table = new ParquetTable(path);
            try {
                List<String> features = table.featureNames(roles);
                OpenFile open = new OpenFile(
                        table,
                        features.stream().map(table::numbers).toList(),
                        roles.targets().stream().map(table::numbers).toList(),
                        roles.hasLabel() ? Optional.of(table.names(roles.label())) : Optional.empty());
                table.begin();
                return open;
            } catch (RuntimeException | Error failure) {
                table.close();
                throw failure;
            }
        }

        List<String> featureNames() {
            return features.stream().map(ParquetColumn::name).toList();
        }

        @Override
        public void close() {
            table.close();
        }
    }

    /** The file that has the next row; empty after the last one. */
    private Optional<OpenFile> current() {
        while (file.isEmpty() || file.get().table().rowsLeft() == 0) {
            close();
            if (!pathsLeft.hasNext()) {
                return file;
            }
            Path path = pathsLeft.next();
            OpenFile next = OpenFile.open(path, roles);
            file = Optional.of(next);
            if (featureNames.isEmpty()) {
                featureNames = next.featureNames();
            } else if (!featureNames.equals(next.featureNames())) {
                throw new DataFileException(
                        path + ": its features are " + next.featureNames() + ", those of the files before "
                                + featureNames + "; name them with features(...), in one order");
            }
        }
        return file;
    }

    @Override
    public Optional<Dataset> next(int rows) {
        Block block = new Block(rows == Integer.MAX_VALUE ? all() : rows);
        while (block.count < rows && current().isPresent()) {
            found = true;
            block.read(file.orElseThrow(), rows - block.count);
        }
        if (!found) {
            throw new DataFileException(paths + ": there are no rows");
        }
        return block.count == 0 ? Optional.empty() : Optional.of(block.dataset());
    }

    /** All rows are asked for: the files say how many these are, at most, and whether they fit. */
    private int all() {
        long rows = paths.stream().mapToLong(ParquetTable::countRows).sum();
        ArrayLimit.require(
                paths, rows, Math.max(featureNames.size(), roles.targets().size()));
        return (int) rows;
    }

    @Override
    public void close() {
        file.ifPresent(OpenFile::close);
        file = Optional.empty();
    }

    /** Rows while they are read, one after the other in one array, which grows as they come: files may say more than they hold. */
    private final class Block {
        private final int asked;
        private final int width = featureNames.size();
        private final int targetWidth = roles.targets().size();
        private float[] features = {};
        private float[] targets = {};
        private int[] labels = {};
        private int capacity;
        private int count;

        /** At most so many. */
        Block(int asked) {
            this.asked = asked;
        }

        void read(OpenFile from, int most) {
            Chunk chunk = new Chunk(from.table(), most);
            reserve(chunk.rows());
            for (int i = 0; i < width; i++) {
                from.features().get(i).readNumbers(chunk, features, count * width + i, width);
            }
            for (int i = 0; i < targetWidth; i++) {
                from.targets().get(i).readNumbers(chunk, targets, count * targetWidth + i, targetWidth);
            }
            from.label().ifPresent(label -> readLabels(label, chunk));
            chunk.tell(problems);
            keepGood(chunk);
            from.table().done(chunk.rows());
        }

        /** Makes room for so many rows more. */
        private void reserve(int rows) {
            long needed = (long) count + rows;
            if (needed > capacity) {
                int widest = Math.max(1, Math.max(width, targetWidth));
                ArrayLimit.require(paths, needed, widest);
                capacity = (int) Math.max(needed, Math.min(asked, ArrayLimit.withRoom(needed * widest) / widest));
                features = Arrays.copyOf(features, capacity * width);
                targets = Arrays.copyOf(targets, capacity * targetWidth);
                labels = Arrays.copyOf(labels, roles.hasLabel() ? capacity : 0);
            }
        }

        private void readLabels(ParquetColumn column, Chunk chunk) {
            boolean[] there = new boolean[chunk.rows()];
            column.readTexts(chunk, (row, text) -> {
                if (text.isEmpty()) {
                    return;
                }
                there[row] = true;
                OptionalInt label = classes.find(text);
                if (label.isEmpty()) {
                    chunk.problem(
                            row,
                            column.name(),
                            "'" + Names.shown(text) + "' is none of the classes"
                                    + Names.suggestion(text, classes.names()),
                            "Correct the class, or name it in classes(...).");
                } else {
                    labels[count + row] = label.getAsInt();
                }
            });
            for (int row = 0; row < there.length; row++) {
                if (!there[row]) {
                    chunk.problem(
                            row,
                            column.name(),
                            "the class label is missing",
                            "Fill in the class, or leave those rows out with badRows(BadRows.skip(...)).");
                }
            }
        }

        /** Good rows of a chunk move up over bad ones. */
        private void keepGood(Chunk chunk) {
            if (chunk.isAllGood()) {
                count += chunk.rows();
                return;
            }
            int first = count;
            for (int row = 0; row < chunk.rows(); row++) {
                if (chunk.isGood(row)) {
                    move(features, first + row, width);
                    move(targets, first + row, targetWidth);
                    if (roles.hasLabel()) {
                        labels[count] = labels[first + row];
                    }
                    count++;
                }
            }
        }

        private void move(float[] values, int row, int length) {
            System.arraycopy(values, row * length, values, count * length, length);
        }

        Dataset dataset() {
            Dataset data = Dataset.ofFlat(whole(features, count * width), width).withFeatureNames(featureNames);
            if (targetWidth > 0) {
                return data.withValues(whole(targets, count * targetWidth), targetWidth);
            }
            return roles.hasLabel()
                    ? data.withLabels(Arrays.copyOf(labels, count)).withClassNames(classes.names())
                    : data;
        }

        private static float[] whole(float[] values, int length) {
            return values.length == length ? values : Arrays.copyOf(values, length);
        }
    }
}
