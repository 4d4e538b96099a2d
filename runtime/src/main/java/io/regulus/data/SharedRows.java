package io.regulus.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rows of one dataset that another has, too: those of all whose inputs are alike to the last bit; targets may differ.
 *
 * <pre>{@code
 * SharedRows shared = SharedRows.of(validation, train);
 * Dataset fresh = validation.subset(shared.fresh());
 * }</pre>
 *
 * @param rows those of the first dataset, ascending
 * @param others for each the first row of the other dataset that is like it
 * @param size rows of the first dataset
 * @param twice share of the other dataset's rows that it has more than once, in 0 to 1
 */
public record SharedRows(List<Integer> rows, List<Integer> others, int size, double twice) {
    private static final double FEW = 0.01;

    public SharedRows {
        rows = List.copyOf(rows);
        others = List.copyOf(others);
    }

    /**
     * The rows that two datasets share.
     *
     * @param data whose rows are looked for, such as those of validation
     * @param other where they are looked for, such as among the training rows
     * @throws IllegalArgumentException if their inputs differ in names, kinds or lengths
     */
    public static SharedRows of(Dataset data, Dataset other) {
        requireAlike(data, other);
        RowDigest digest = new RowDigest();
        Map<RowDigest.Key, Integer> first = new HashMap<>();
        Set<RowDigest.Key> repeated = new HashSet<>();
        int more = 0;
        for (int row = 0; row < other.size(); row++) {
            RowDigest.Key key = digest.key(other, row);
            if (first.putIfAbsent(key, row) != null) {
                more++;
                repeated.add(key);
            }
        }
        List<Integer> rows = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int row = 0; row < data.size(); row++) {
            Integer same = first.get(digest.key(data, row));
            if (same != null) {
                rows.add(row);
                others.add(same);
            }
        }
        return new SharedRows(rows, others, data.size(), (more + repeated.size()) / (double) other.size());
    }

    private static void requireAlike(Dataset data, Dataset other) {
        if (!inputs(data).equals(inputs(other))) {
            throw new IllegalArgumentException("the inputs differ, so that no row can be shared: " + inputs(data)
                    + " and " + inputs(other) + "; give datasets for the same network");
        }
    }

    private static List<String> inputs(Dataset data) {
        List<String> names = data.inputNames();
        return names.isEmpty()
                ? List.of(words(data.features()))
                : names.stream()
                        .map(name -> name + ": " + words(data.features(name)))
                        .toList();
    }

    private static String words(InputFeatures features) {
        return features.rowLength() + (features instanceof IntFeatures ? " integers" : " numbers");
    }

    /** Share of the first dataset's rows that the other has, in 0 to 1. */
    public double share() {
        return rows.size() / (double) size;
    }

    /**
     * Whether more rows are shared than chance explains: at least one in a hundred, and more than twice the share of rows that the
     * other dataset has more than once. Of rows drawn independently, as from a table of few categories, both shares are alike.
     */
    public boolean isLeak() {
        return share() >= FEW && share() > 2 * twice;
    }

    /** The rows of the first dataset that the other lacks, ascending: for {@link Dataset#subset}. */
    public int[] fresh() {
        Set<Integer> shared = new HashSet<>(rows);
        return IntStream.range(0, size).filter(row -> !shared.contains(row)).toArray();
    }

    /** {@code 3 of 1000 rows}. */
    @Override
    public String toString() {
        return rows.size() + " of " + size + " rows";
    }
}
