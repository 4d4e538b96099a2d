package io.regulus.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A way to divide the rows of a dataset into those to train, to validate and to test on. The parts are views; the same rows and seed
 * give the same parts on every machine.
 *
 * <pre>{@code
 * Splitter.Parts<Dataset> parts = Splitter.stratified(42).split(all, 0.8, 0.1);   // 80 % to train, 10 % to validate, the rest to test
 * for (Splitter.Fold<Dataset> fold : Splitter.grouped(patients, 42).kFold(all, 5)) {
 *   model.fit(fold.train(), Fit.epochs(20).validateOn(fold.validation()));
 * }
 * }</pre>
 */
public abstract sealed class Splitter permits ShuffledSplitter, StratifiedSplitter, GroupedSplitter, TimeSplitter {
    Splitter() {}

    /**
     * Two parts.
     *
     * @param <T> what was divided: a {@link Dataset}, or a list of rows
     */
    public record Split<T>(T first, T second) {}

    /**
     * Three parts.
     *
     * @param <T> what was divided: a {@link Dataset}, or a list of rows
     */
    public record Parts<T>(T train, T validation, T test) {}

    /**
     * One way out of k.
     *
     * @param <T> what was divided: a {@link Dataset}, or a list of rows
     * @param train all other rows; in the order of time, those before
     * @param validation a k-th of the rows
     */
    public record Fold<T>(T train, T validation) {}

    // Ways

    /** Every row is as likely in one part as any other. */
    public static Splitter shuffled(long seed) {
        return new ShuffledSplitter(seed);
    }

    /**
     * By class label: each part has its share of the rows of every class, to within one row, and at least one. The dataset
     * has class labels.
     */
    public static Splitter stratified(long seed) {
        return new StratifiedSplitter(null, seed);
    }

    /**
     * As {@link #stratified(long)}, by other numbers than the labels: that of a region, or of a range of the values to learn.
     *
     * @param strata one per row, any numbers; copied
     */
    public static Splitter stratified(int[] strata, long seed) {
        Rows.requireNotNull("strata", strata);
        return new StratifiedSplitter(strata.clone(), seed);
    }

    /**
     * All rows of a group on one side, as those of a patient or a recording that are alike: else what is tested was seen in
     * training. The largest groups are taken first, those of one size in random order, each for the part that lacks most rows: shares are met
     * closely, if not always as well as whole groups can.
     *
     * @param groups one per row, any numbers; copied
     */
    public static Splitter grouped(int[] groups, long seed) {
        Rows.requireNotNull("groups", groups);
        return new GroupedSplitter(IntStream.of(groups).boxed().toList(), seed);
    }

    /**
     * As {@link #grouped(int[], long)}, by names.
     *
     * @param groups one per row, none null; copied
     */
    public static Splitter grouped(String[] groups, long seed) {
        Rows.requireNotNull("groups", groups);
        Stream.of(groups).forEach(group -> Rows.requireNotNull("a group", group));
        return new GroupedSplitter(List.of(groups), seed);
    }

    /** In the order of the rows: later ones are for testing. */
    public static Splitter ordered() {
        return new TimeSplitter(null);
    }

    /**
     * In the order of times: later rows are for testing. Rows of the same time stay together, on the earlier side.
     *
     * @param times one per row, in any unit; copied
     */
    public static Splitter byTime(long... times) {
        Rows.requireNotNull("times", times);
        return new TimeSplitter(times.clone());
    }

    // What is divided

    /**
     * Two parts, views of the dataset.
     *
     * @param first share of the first part, in (0, 1)
     * @throws IllegalArgumentException if the share is out of range, a part would have no rows, or what divides them does
     *     not fit the rows; a stratum of too few rows is named
     * @throws IllegalStateException if labels are needed and there are none
     */
    public final Split<Dataset> split(Dataset data, double first) {
        return two(Divisible.of(data), first, data::subset);
    }

    /**
     * Two parts of a list, such as one of records.
     *
     * @param rows at least two; the parts are new lists
     * @param first share of the first part, in (0, 1)
     * @throws IllegalArgumentException as in {@link #split(Dataset, double)}
     * @throws IllegalStateException of {@link #stratified(long)}, since a list has no labels: give it the strata
     */
    public final <R> Split<List<R>> split(List<R> rows, double first) {
        return two(Divisible.of(rows), first, picked(rows));
    }

    private <T> Split<T> two(Divisible rows, double first, Function<int[], T> part) {
        int[][] parts = divide(rows, Shares.of(first));
        return new Split<>(part.apply(parts[0]), part.apply(parts[1]));
    }

    /**
     * Three parts, the third of which is the rest, to test on; views of the dataset.
     *
     * @param train share of the rows to train on, above 0
     * @param validation share of the rows to validate on, above 0; both together below 1
     * @throws IllegalArgumentException as in {@link #split(Dataset, double)}
     * @throws IllegalStateException if labels are needed and there are none
     */
    public final Parts<Dataset> split(Dataset data, double train, double validation) {
        return three(Divisible.of(data), Shares.of(train, validation), data::subset);
    }

    /**
     * Three parts of a list, see {@link #split(Dataset, double, double)}.
     *
     * @throws IllegalArgumentException as in {@link #split(Dataset, double)}
     * @throws IllegalStateException as in {@link #split(List, double)}
     */
    public final <R> Parts<List<R>> split(List<R> rows, double train, double validation) {
        return three(Divisible.of(rows), Shares.of(train, validation), picked(rows));
    }

    private <T> Parts<T> three(Divisible rows, Shares shares, Function<int[], T> part) {
        int[][] parts = divide(rows, shares);
        return new Parts<>(part.apply(parts[0]), part.apply(parts[1]), part.apply(parts[2]));
    }

    /**
     * Divides the rows into k parts and makes each of them once what is validated on, after training on the others. In the order of time
     * there are k + 1 parts, and each but the first is validated on after training on those before it.
     *
     * @param k at least 2
     * @throws IllegalArgumentException if k is less than 2 or there are too few rows, groups, or rows of a class
     * @throws IllegalStateException if labels are needed and there are none
     */
    public final List<Fold<Dataset>> kFold(Dataset data, int k) {
        return folds(Divisible.of(data), k, data::subset);
    }

    /**
     * Folds of a list, see {@link #kFold(Dataset, int)}.
     *
     * @param k at least 2
     * @throws IllegalArgumentException if k is less than 2 or there are too few rows or groups
     * @throws IllegalStateException as in {@link #split(List, double)}
     */
    public final <R> List<Fold<List<R>>> kFold(List<R> rows, int k) {
        return folds(Divisible.of(rows), k, picked(rows));
    }

    private <T> List<Fold<T>> folds(Divisible rows, int k, Function<int[], T> part) {
        if (k < 2) {
            throw new IllegalArgumentException("k = " + k + ": must be at least 2");
        }
        return folds(rows, k).stream()
                .map(fold -> new Fold<>(part.apply(fold.train()), part.apply(fold.validation())))
                .toList();
    }

    private static <R> Function<int[], List<R>> picked(List<R> rows) {
        return numbers -> IntStream.of(numbers).mapToObj(rows::get).toList();
    }

    /** The rows of each part, each part having some. */
    abstract int[][] divide(Divisible rows, Shares shares);

    /** The numbers of the rows of each fold. */
    List<Fold<int[]>> folds(Divisible rows, int k) {
        int[][] parts = divide(rows, Shares.equal(k, k + " folds"));
        List<Fold<int[]>> folds = new ArrayList<>();
        for (int fold = 0; fold < k; fold++) {
            int out = fold;
            int[] others = IntStream.range(0, k)
                    .filter(part -> part != out)
                    .flatMap(part -> IntStream.of(parts[part]))
                    .toArray();
            folds.add(new Fold<>(others, parts[fold]));
        }
        return folds;
    }

    /** The rows of each part, in a given order, where the part of each row is known. */
    static int[][] gathered(int[] order, int[] partOfRow, int parts) {
        int[][] rows = new int[parts][];
        for (int part = 0; part < parts; part++) {
            int wanted = part;
            rows[part] =
                    IntStream.of(order).filter(row -> partOfRow[row] == wanted).toArray();
        }
        return rows;
    }
}
