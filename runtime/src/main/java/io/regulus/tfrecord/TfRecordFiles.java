package io.regulus.tfrecord;

import io.regulus.data.Blocks;
import io.regulus.files.DataFiles;
import io.regulus.files.Problems;
import io.regulus.files.RowReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads TFRecord files of {@code tf.train.Example}, plain or gzip (told by content), one after the other. Each example is a row; its
 * features are taken by name. Checksums are checked.
 *
 * <pre>{@code
 * Dataset digits = TfRecordFiles.read(path).bytes("pixels", 784).label("digit", 10).load();
 * Dataset houses = TfRecordFiles.read(first, second).floats("rooms", 4).ints("town", 1).target("price").load();
 * }</pre>
 *
 * <p>One input and one target make a plain dataset. Several of either make one in which each has the name of its feature: name the
 * network's fields so, or rename by {@link io.regulus.data.Dataset#builder}.
 */
public final class TfRecordFiles extends RowReader<TfRecordFiles> {
    private final List<Path> files;
    private final List<Supplier<Column>> inputs = new ArrayList<>();
    private final List<Supplier<Column>> targets = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private TfRecordFiles(Path... files) {
        if (files.length == 0) {
            throw new IllegalArgumentException("no files: name at least one");
        }
        this.files = Arrays.stream(files).map(DataFiles::required).toList();
    }

    /** Files to read; nothing is opened before {@link #load} or {@link #open}. */
    public static TfRecordFiles read(Path... files) {
        return new TfRecordFiles(files);
    }

    /**
     * An input of unsigned bytes: the values of a feature of bytes, all bytes of a row together.
     *
     * @param feature its name
     * @param length bytes of a row, at least 1
     */
    public TfRecordFiles bytes(String feature, int length) {
        return add(inputs, feature, () -> new ByteColumn(feature, length));
    }

    /**
     * An input of floats. NaN and infinite values make a row a bad one.
     *
     * @param feature its name
     * @param length values of a row, at least 1
     */
    public TfRecordFiles floats(String feature, int length) {
        return add(inputs, feature, () -> new FloatColumn(feature, length));
    }

    /**
     * An input of integers. One that does not fit into 32 bits makes its row a bad one.
     *
     * @param feature its name
     * @param length values of a row, at least 1
     */
    public TfRecordFiles ints(String feature, int length) {
        return add(inputs, feature, () -> new IntColumn(feature, length, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    /**
     * A feature of one integer that is the class label.
     *
     * @param feature its name
     * @param classes how many there are: a label that is not from 0 to {@code classes - 1} makes its row a bad one
     */
    public TfRecordFiles label(String feature, int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException(
                    "label(\"" + feature + "\", " + classes + "): there are at least 2 classes");
        }
        return add(targets, feature, () -> new IntColumn(feature, 1, 0, classes - 1L));
    }

    /** A feature of one float that is to be learnt. */
    public TfRecordFiles target(String feature) {
        return targets(feature, 1);
    }

    /** A feature of several floats that are to be learnt. */
    public TfRecordFiles targets(String feature, int width) {
        return add(targets, feature, () -> new FloatColumn(feature, width));
    }

    private TfRecordFiles add(List<Supplier<Column>> columns, String name, Supplier<Column> column) {
        if (names.contains(name)) {
            throw new IllegalArgumentException("the feature '" + name + "' is asked for twice");
        }
        // A column of no rows checks what was asked for here, where it was asked.
        names.add(column.get().name());
        columns.add(column);
        return this;
    }

    @Override
    protected TfRecordFiles self() {
        return this;
    }

    @Override
    protected Blocks blocks(Problems problems) {
        if (inputs.isEmpty()) {
            throw new IllegalStateException("no inputs: name features by bytes(...), floats(...) or ints(...)");
        }
        return new TfRecordBlocks(files, columns(inputs), columns(targets), problems);
    }

    private static List<Column> columns(List<Supplier<Column>> asked) {
        return asked.stream().map(Supplier::get).toList();
    }
}
