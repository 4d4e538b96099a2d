package io.regulus.spark.data;

import io.regulus.data.ByteFeatures;
import io.regulus.engine.InputPort;
import io.regulus.engine.NetworkPlan;
import io.regulus.engine.OutputPort;
import io.regulus.engine.TargetPort;
import io.regulus.spark.data.ColumnNames.Chosen;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/** Finds what a network reads and learns in the columns of a data frame. */
final class NetworkColumns {
    private static final String ONE_OR_MORE =
            "a vector, an array of numbers, binary or, for an input of one value, a number";

    private final NetworkPlan network;
    private final ColumnNames names;
    private final TableColumns table;
    private final List<RowLayout.Input> inputs = new ArrayList<>();
    private final List<RowLayout.Target> targets = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private List<String> classNames = List.of();

    private NetworkColumns(NetworkPlan network, ColumnNames names, StructType schema) {
        this.network = network;
        this.names = names;
        this.table = new TableColumns(schema);
    }

    /**
     * What is found.
     *
     * @param rows encodes rows
     * @param classNames of a network with one output, in the order of their labels; none where none are known
     */
    record Found(RowEncoding rows, List<String> classNames) {}

    /**
     * What rows are trained on.
     *
     * @throws IllegalArgumentException naming the column, if one is missing or has a type or a length that does not fit
     */
    static Found training(NetworkPlan network, ColumnNames names, StructType schema) {
        NetworkColumns columns = new NetworkColumns(network, names, schema);
        columns.addInputs();
        network.outputs().forEach(columns::add);
        names.weight().ifPresent(columns::addWeight);
        return new Found(columns.rows(names.weight().isPresent()), columns.classNames);
    }

    /**
     * What rows are predicted on.
     *
     * @throws IllegalArgumentException naming the column, if one is missing or has a type or a length that does not fit
     */
    static RowEncoding prediction(NetworkPlan network, ColumnNames names, StructType schema) {
        NetworkColumns columns = new NetworkColumns(network, names, schema);
        columns.addInputs();
        return columns.rows(false);
    }

    private RowEncoding rows(boolean weighted) {
        return new ColumnRows(new RowLayout(inputs, targets, weighted), List.copyOf(cells));
    }

    private void addInputs() {
        network.inputs().forEach(this::add);
    }

    private void add(InputPort<?> input) {
        int length = input.rowLength();
        List<CellType> allowed =
                length == 1 ? List.of(CellType.values()) : List.of(CellType.VECTOR, CellType.ARRAY, CellType.BINARY);
        Cell.Column column = table.numbers(names.inputs().get(input.name()), allowed, ONE_OR_MORE);
        table.requireWidth(column, length);
        RowLayout.Kind kind = kind(input, column.type());
        inputs.add(new RowLayout.Input(input.name(), kind, length, ByteFeatures.DEFAULT_SCALE));
        cells.add(
                switch (kind) {
                    case FLOATS -> new Cell.Floats(column, length);
                    case BYTES -> new Cell.Bytes(column, length);
                    case INTS -> ints(column, input);
                });
    }

    /** Binary values are bytes for an input of floats, too, as in files of images. */
    private static RowLayout.Kind kind(InputPort<?> input, CellType type) {
        if (input.type() == TInt32.class) {
            return RowLayout.Kind.INTS;
        }
        return input.type() == TUint8.class || type == CellType.BINARY ? RowLayout.Kind.BYTES : RowLayout.Kind.FLOATS;
    }

    private static Cell ints(Cell.Column column, InputPort<?> input) {
        if (input.vocabulary().isEmpty()) {
            return new Cell.Ints(
                    column,
                    input.rowLength(),
                    Integer.MIN_VALUE,
                    Integer.MAX_VALUE,
                    "The input takes whole numbers of 32 bits");
        }
        int last = input.vocabulary().getAsInt() - 1;
        return new Cell.Ints(
                column, input.rowLength(), 0, last, "The input takes ids, whole numbers from 0 to " + last);
    }

    private void add(OutputPort output) {
        TargetPort<?> target = output.target();
        Chosen chosen = names.targets().get(output.name());
        if (target instanceof TargetPort.Classes classes) {
            Cell.Column column = table.numbers(chosen, List.of(CellType.NUMBER), "the number of a class, from 0,");
            addClassNames(column, classes.classes());
            int last = classes.classes() - 1;
            targets.add(new RowLayout.Target(output.name(), true, 1));
            cells.add(
                    new Cell.Ints(
                            column,
                            1,
                            0,
                            last,
                            "The classes are numbered 0 to " + last
                                    + ": correct the label, or the number of classes of the network; of labels counted from 1 take 1 away"));
            return;
        }
        int length = target.outputs();
        Cell.Column column = length == 1
                ? table.numbers(chosen, List.of(CellType.NUMBER), "a number")
                : table.numbers(chosen, List.of(CellType.VECTOR, CellType.ARRAY), "a vector or an array of numbers");
        table.requireWidth(column, length);
        targets.add(new RowLayout.Target(output.name(), false, length));
        cells.add(new Cell.Floats(column, length));
    }

    private void addClassNames(Cell.Column column, int classes) {
        List<String> found = table.classNames(column);
        if (found.size() > classes) {
            throw new IllegalArgumentException("column '" + column.name() + "' stands for " + found.size()
                    + " classes, " + found.stream().limit(20).toList() + ", and the network tells " + classes
                    + " apart: correct the number of classes, or leave rows of the others out");
        }
        if (found.size() == classes && network.outputs().size() == 1) {
            classNames = found;
        }
    }

    private void addWeight(Chosen chosen) {
        cells.add(new Cell.Weight(table.numbers(chosen, List.of(CellType.NUMBER), "a number")));
    }
}
