package io.regulus.model;

import io.regulus.data.Dataset;
import io.regulus.data.DatasetBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The rows of a network's inputs, by name, to predict on: there may be none. For generated code. */
public final class InputRows {
    private final List<Consumer<DatasetBuilder>> inputs = new ArrayList<>();
    private boolean empty = true;

    InputRows() {}

    /** Rows of an input of floats. */
    public InputRows add(String name, float[][] rows) {
        return add(rows.length, builder -> builder.input(name, rows));
    }

    /** Rows of an input of bytes, 0 to 255. */
    public InputRows add(String name, byte[][] rows) {
        return add(rows.length, builder -> builder.input(name, rows));
    }

    /** Rows of an input of ints. */
    public InputRows add(String name, int[][] rows) {
        return add(rows.length, builder -> builder.input(name, rows));
    }

    private InputRows add(int rows, Consumer<DatasetBuilder> input) {
        empty &= rows == 0;
        inputs.add(input);
        return this;
    }

    /** Whether no input has a row. */
    boolean isEmpty() {
        return empty;
    }

    Dataset dataset() {
        DatasetBuilder builder = Dataset.builder();
        inputs.forEach(input -> input.accept(builder));
        return builder.build();
    }
}
