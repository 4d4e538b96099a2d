package io.regulus.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A way to divide the rows of a dataset into those to train, to validate and to test on. The parts are views; the same rows and seed
 * give the same parts on every machine.
 *
 * <pre>{@code
 * Splitter.Parts parts = Splitter.stratified(42).split(all, 0.8, 0.1);   // 80 % to train, 10 % to validate, the rest to test
 * for (Splitter.Fold fold : Splitter.grouped(patients, 42).kFold(all, 5)) {
 *   model.fit(fold.train(), Fit.epochs(20).validateOn(fold.validation()));
 * }
 * }</pre>
 */
public abstract sealed class Splitter permits ShuffledSplitter, StratifiedSplitter, GroupedSplitter, TimeSplitter {
    Splitter() {}

    /** The parts of a dataset. */
    public record Parts(Dataset train, Dataset validation, Dataset test) {}

    /**
     * One way out of k.
     *
     * @param train all other rows; in the order of time, those before
     * @param validation a k-th of the rows
     */
    public record Fold(Dataset train, Dataset validation) {}

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
     * training. Groups are taken in random order, each for the part that lacks most rows: shares are met as well as whole groups can.
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
     * Two parts.
     *
     * @param first share of the first part, in (0, 1)
     * @throws IllegalArgumentException if the share is out of range, a part would have no rows, or what divides them does
     *     not fit the rows; a stratum of too few rows is named
     * @throws IllegalStateException if labels are needed and there are none
     */
    public final Dataset.Split split(Dataset data, double first) {
        int[][] parts = divide(data, Shares.of(first));
        return new Dataset.Split(data.subset(parts[0]), data.subset(parts[1]));
    }

    /**
     * Three parts, the third of which is the rest, to test on.
     *
     * @param train share of the rows to train on, above 0
     * @param validation share of the rows to validate on, above 0; both together below 1
     * @throws IllegalArgumentException as in {@link #split(Dataset, double)}
     * @throws IllegalStateException if labels are needed and there are none
     */
    public final Parts split(Dataset data, double train, double validation) {
        int[][] parts = divide(data, Shares.of(train, validation));
        return new Parts(data.subset(parts[0]), data.subset(parts[1]), data.subset(parts[2]));
    }

    /**
     * Divides the rows into k parts and makes each of them once what is validated on, after training on the others. In the order of time
     * there are k + 1 parts, and each but the first is validated on after training on those before it.
     *
     * @param k at least 2
     * @throws IllegalArgumentException if k is less than 2 or there are too few rows, groups, or rows of a class
     * @throws IllegalStateException if labels are needed and there are none
     */
    public final List<Fold> kFold(Dataset data, int k) {
        return folds(data, k).stream()
                .map(fold -> new Fold(data.subset(fold.train), data.subset(fold.validation)))
                .toList();
    }

    /** Two parts of a list. */
    public record ListSplit<R>(List<R> first, List<R> second) {}

    /** The parts of a list. */
    public record ListParts<R>(List<R> train, List<R> validation, List<R> test) {}

    /** One way out of k to divide a list, see {@link Fold}. */
    public record ListFold<R>(List<R> train, List<R> validation) {}

    /**
     * Two parts of a list, such as one of records.
     *
     * @param rows at least two; the parts are new lists
     * @param first share of the first part, in (0, 1)
     * @throws IllegalArgumentException as in {@link #split(Dataset, double)}
     * @throws IllegalStateException of {@link #stratified(long)}, since a list has no labels: give it the strata
     */
    public final <R> ListSplit<R> split(List<R> rows, double first) {
        int[][] parts = divide(counted(rows), Shares.of(first));
        return new ListSplit<>(picked(rows, parts[0]), picked(rows, parts[1]));
    }

    /**
     * Three parts of a list, see {@link #split(Dataset, double, double)}.
     *
     * @throws IllegalArgumentException as in {@link #split(Dataset, double)}
     * @throws IllegalStateException as in {@link #split(List, double)}
     */
    public final <R> ListParts<R> split(List<R> rows, double train, double validation) {
        int[][] parts = divide(counted(rows), Shares.of(train, validation));
        return new ListParts<>(picked(rows, parts[0]), picked(rows, parts[1]), picked(rows, parts[2]));
    }

    /**
     * Folds of a list, see {@link #kFold(Dataset, int)}.
     *
     * @param k at least 2
     * @throws IllegalArgumentException if k is less than 2 or there are too few rows or groups
     * @throws IllegalStateException as in {@link #split(List, double)}
     */
    public final <R> List<ListFold<R>> kFold(List<R> rows, int k) {
        return folds(counted(rows), k).stream()
                .map(fold -> new ListFold<>(picked(rows, fold.train), picked(rows, fold.validation)))
                .toList();
    }

    /** Whatever divides rows but by their labels looks at their number alone. */
    private Dataset counted(List<?> rows) {
        requireNoLabels();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("the list has no rows: there is nothing to divide");
        }
        return Dataset.ofFlat(new float[rows.size()], 1);
    }

    /**
     * To be called before the rows of a list are divided.
     *
     * @throws IllegalStateException if labels are needed
     */
    void requireNoLabels() {}

    private static <R> List<R> picked(List<R> rows, int... numbers) {
        return IntStream.of(numbers).mapToObj(rows::get).toList();
    }

    /** The rows of each part, each part having some. */
    abstract int[][] divide(Dataset data, Shares shares);

    /** The numbers of the rows of a fold. */
    static final class FoldRows {
        private final int[] train;
        private final int[] validation;

        FoldRows(int[] train, int... validation) {
            this.train = train;
            this.validation = validation;
        }
    }

    private List<FoldRows> folds(Dataset data, int k) {
        if (k < 2) {
            throw new IllegalArgumentException("k = " + k + ": must be at least 2");
        }
        return foldRows(data, k);
    }

    List<FoldRows> foldRows(Dataset data, int k) {
        int[][] parts = divide(data, Shares.equal(k, k + " folds"));
        List<FoldRows> folds = new ArrayList<>();
        for (int fold = 0; fold < k; fold++) {
            int out = fold;
            int[] others = IntStream.range(0, k)
                    .filter(part -> part != out)
                    .flatMap(part -> IntStream.of(parts[part]))
                    .toArray();
            folds.add(new FoldRows(others, parts[fold]));
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
