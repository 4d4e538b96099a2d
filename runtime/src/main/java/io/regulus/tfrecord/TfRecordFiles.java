package io.regulus.tfrecord;

import io.regulus.data.Blocks;
import io.regulus.files.BadRows;
import io.regulus.files.DataFiles;
import io.regulus.files.Problems;
import io.regulus.files.RowReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
    private final List<AskedColumn> inputs;
    private final List<AskedColumn> targets;

    private TfRecordFiles(List<Path> files, List<AskedColumn> inputs, List<AskedColumn> targets, BadRows badRows) {
        super(badRows);
        this.files = files;
        this.inputs = inputs;
        this.targets = targets;
    }

    /** A feature that is read, in each pass into a column of its own. */
    private record AskedColumn(String name, Supplier<Column> column) {}

    /** Files to read; nothing is opened before {@link #load} or {@link #open}. */
    public static TfRecordFiles read(Path... files) {
        return new TfRecordFiles(DataFiles.required(files), List.of(), List.of(), BadRows.REFUSE);
    }

    /**
     * An input of unsigned bytes: the values of a feature of bytes, all bytes of a row together.
     *
     * @param feature its name
     * @param length bytes of a row, at least 1
     */
    public TfRecordFiles bytes(String feature, int length) {
        return withInput(feature, () -> new ByteColumn(feature, length));
    }

    /**
     * An input of floats. NaN and infinite values make a row a bad one.
     *
     * @param feature its name
     * @param length values of a row, at least 1
     */
    public TfRecordFiles floats(String feature, int length) {
        return withInput(feature, () -> new FloatColumn(feature, length));
    }

    /**
     * An input of integers. One that does not fit into 32 bits makes its row a bad one.
     *
     * @param feature its name
     * @param length values of a row, at least 1
     */
    public TfRecordFiles ints(String feature, int length) {
        return withInput(feature, () -> new IntColumn(feature, length, Integer.MIN_VALUE, Integer.MAX_VALUE));
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
        return withTarget(feature, () -> new IntColumn(feature, 1, 0, classes - 1L));
    }

    /** A feature of one float that is to be learnt. */
    public TfRecordFiles target(String feature) {
        return targets(feature, 1);
    }

    /** A feature of several floats that are to be learnt. */
    public TfRecordFiles targets(String feature, int width) {
        return withTarget(feature, () -> new FloatColumn(feature, width));
    }

    private TfRecordFiles withInput(String name, Supplier<Column> column) {
        return new TfRecordFiles(files, with(inputs, name, column), targets, badRows());
    }

    private TfRecordFiles withTarget(String name, Supplier<Column> column) {
        return new TfRecordFiles(files, inputs, with(targets, name, column), badRows());
    }

    private List<AskedColumn> with(List<AskedColumn> columns, String name, Supplier<Column> column) {
        if (Stream.concat(inputs.stream(), targets.stream())
                .anyMatch(one -> one.name().equals(name))) {
            throw new IllegalArgumentException("the feature '" + name + "' is asked for twice");
        }
        // A column of no rows checks what was asked for here, where it was asked.
        String checked = column.get().name();
        return Stream.concat(columns.stream(), Stream.of(new AskedColumn(checked, column)))
                .toList();
    }

    @Override
    protected TfRecordFiles with(BadRows policy) {
        return new TfRecordFiles(files, inputs, targets, policy);
    }

    @Override
    protected Blocks blocks(Problems problems) {
        if (inputs.isEmpty()) {
            throw new IllegalStateException("no inputs: name features by bytes(...), floats(...) or ints(...)");
        }
        return new TfRecordBlocks(files, columns(inputs), columns(targets), problems);
    }

    private static List<Column> columns(List<AskedColumn> asked) {
        return asked.stream().map(one -> one.column().get()).toList();
    }
}
