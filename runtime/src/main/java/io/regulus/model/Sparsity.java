package io.regulus.model;

import io.regulus.report.TextTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How many values of a model's kernels and tables are 0, by name of the weight in the order of the network.
 *
 * @param weights such as {@code "head/kernel"}
 */
public record Sparsity(Map<String, Zeros> weights) {
    /**
     * Zeros of a weight.
     *
     * @param zeros values that are 0
     * @param values all values
     */
    public record Zeros(long zeros, long values) {
        static Zeros of(float[] values) {
            int zeros = 0;
            for (float value : values) {
                zeros += value == 0 ? 1 : 0;
            }
            return new Zeros(zeros, values.length);
        }

        /** Zeros by values, in [0, 1]. */
        public double share() {
            return (double) zeros / values;
        }
    }

    public Sparsity {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    /**
     * The share of zeros in a weight.
     *
     * @throws IllegalArgumentException naming those there are, if there is none of that name
     */
    public double of(String weight) {
        Zeros found = weights.get(weight);
        if (found == null) {
            throw new IllegalArgumentException("no kernel '" + weight + "'; there are " + weights.keySet());
        }
        return found.share();
    }

    /** The share of zeros in all of them; 0 where there are none. */
    public double total() {
        return weights.isEmpty() ? 0 : sum().share();
    }

    private Zeros sum() {
        return weights.values().stream()
                .reduce(new Zeros(0, 0), (one, other) -> new Zeros(one.zeros + other.zeros, one.values + other.values));
    }

    /** A table of the weights, with a last line for all of them. */
    @Override
    public String toString() {
        TextTable table = TextTable.builder()
                .left("weight")
                .right("values")
                .right("zeros")
                .right("sparsity")
                .build();
        weights.forEach((name, zeros) -> row(table, name, zeros));
        if (!weights.isEmpty()) {
            row(table, "all", sum());
        }
        return table.toString();
    }

    private static void row(TextTable table, String name, Zeros zeros) {
        table.row(
                name,
                String.format(Locale.ROOT, "%,d", zeros.values),
                String.format(Locale.ROOT, "%,d", zeros.zeros),
                String.format(Locale.ROOT, "%.2f %%", 100 * zeros.share()));
    }
}
