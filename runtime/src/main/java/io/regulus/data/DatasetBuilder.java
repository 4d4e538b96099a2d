package io.regulus.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gathers inputs and targets by name, all of the same number of rows.
 *
 * <pre>{@code
 * Dataset data = Dataset.builder()
 *         .input("image", pixels)
 *         .input("meta", rows)
 *         .labels("digit", digits)
 *         .values("angle", angles)
 *         .build();
 * }</pre>
 *
 * <p>The names are those of the network's input fields and output fields. Rows are checked and copied as by the factories of
 * {@link Dataset}.
 */
public final class DatasetBuilder {
    private final List<Named<InputFeatures>> inputs = new ArrayList<>();
    private final List<Named<Targets>> targets = new ArrayList<>();

    DatasetBuilder() {}

    /** Rows of floats for an input. */
    public DatasetBuilder input(String name, float[][] rows) {
        return input(name, new FloatFeatures(Rows.flatten(name, rows), rows[0].length));
    }

    /** Rows of unsigned bytes for an input, as in {@link Dataset#ofBytes(byte[][])}. */
    public DatasetBuilder input(String name, byte[][] rows) {
        return input(name, new ByteFeatures(Rows.flatten(name, rows), rows[0].length));
    }

    /** Rows of ints for an input. */
    public DatasetBuilder input(String name, int[][] rows) {
        return input(name, new IntFeatures(Rows.flatten(name, rows), rows[0].length));
    }

    /**
     * The inputs of another dataset, however it was made: {@code input("image", IdxFiles.read(...).features())}. Nothing is
     * copied.
     */
    public DatasetBuilder input(String name, InputFeatures features) {
        return add(inputs, name, features);
    }

    /** Class labels of an output, one per row, 0 to classes - 1. */
    public DatasetBuilder labels(String name, int... labels) {
        Rows.requireLabels(name, labels);
        return target(name, new Labels(labels.clone()));
    }

    /** A real target of an output per row. */
    public DatasetBuilder values(String name, float... values) {
        Rows.requireNotNull(name, values);
        Rows.requireFinite(name, values, 1);
        return target(name, new Values(values.clone(), 1));
    }

    /** Several real targets of an output per row. */
    public DatasetBuilder values(String name, float[][] values) {
        return target(name, new Values(Rows.flatten(name, values), values[0].length));
    }

    /** The targets of another dataset, however it was made. Nothing is copied. */
    public DatasetBuilder target(String name, Targets values) {
        return values instanceof NoTargets ? this : add(targets, name, values);
    }

    private <C> DatasetBuilder add(List<Named<C>> all, String name, C values) {
        Rows.requireNotNull("name", name);
        Rows.requireNotNull(name, values);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a name is blank: give the name of the network's field");
        }
        if (all.stream().anyMatch(other -> other.name().equals(name))) {
            throw new IllegalArgumentException("'" + name + "' is given twice; name each once");
        }
        all.add(new Named<>(name, values));
        return this;
    }

    /**
     * The dataset.
     *
     * @throws IllegalArgumentException if there is no input, or saying whose number of rows differs
     */
    public Dataset build() {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("a dataset needs an input: call input(name, rows)");
        }
        Named<InputFeatures> first = inputs.get(0);
        inputs.forEach(input -> requireRows(first, input.name(), input.values().size()));
        targets.forEach(
                target -> requireRows(first, target.name(), target.values().size()));
        return new Dataset(inputs, targets, Optional.empty(), List.of(), List.of(), List.of());
    }

    private static void requireRows(Named<InputFeatures> first, String name, int rows) {
        if (rows != first.values().size()) {
            throw new IllegalArgumentException("'" + name + "' has " + rows + " rows, '" + first.name() + "' has "
                    + first.values().size() + ": give one for each row");
        }
    }
}
