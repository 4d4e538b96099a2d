package io.regulus.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rows held in memory: inputs, and class labels or real targets to learn them by. Immutable; subsets, splits and
 * shuffled orders are views of the same arrays and cost a few bytes a row.
 *
 * <pre>{@code
 * Dataset all = Dataset.of(rows, labels).withClassNames(List.of("cat", "dog"));
 * Splitter.Split<Dataset> parts = all.split(0.8, 42);
 * model.fit(parts.first(), Fit.epochs(20).validateOn(parts.second()));
 * }</pre>
 *
 * <p>For a network with several inputs or several outputs {@link #builder} names each of them.
 *
 * <p>Inputs are floats, unsigned bytes or ints. Images are rows in the order height, width, channels. The factories
 * copy what they are given, except {@code ofFlat...}, which keep the array of inputs: leave that unchanged
 * afterwards. NaN and infinite values are refused.
 */
public final class Dataset {
    private final List<Named<InputFeatures>> inputs;
    private final List<Named<Targets>> targets;
    private final Optional<Values> rowWeights;
    private final List<Values> softTargets;
    private final List<String> featureNames;
    private final List<String> classNames;

    Dataset(
            List<Named<InputFeatures>> inputs,
            List<Named<Targets>> targets,
            Optional<Values> rowWeights,
            List<Values> softTargets,
            List<String> featureNames,
            List<String> classNames) {
        this.inputs = List.copyOf(inputs);
        this.targets = List.copyOf(targets);
        this.rowWeights = rowWeights;
        this.softTargets = List.copyOf(softTargets);
        this.featureNames = featureNames;
        this.classNames = classNames;
    }

    private Dataset(InputFeatures features) {
        this(
                List.of(new Named<>(Named.UNNAMED, features)),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    // Factories

    /** For a network with several inputs or several outputs: names each of them. */
    public static DatasetBuilder builder() {
        return new DatasetBuilder();
    }

    /**
     * Rows without targets, to predict on.
     *
     * @param rows {@code [row][value]}, all equally long, finite
     * @throws IllegalArgumentException saying which row, if there is none, or one is null, of another length or not
     *     finite
     */
    public static Dataset of(float[][] rows) {
        return new Dataset(new FloatFeatures(Rows.flatten("rows", rows), rows[0].length));
    }

    /**
     * Rows with class labels.
     *
     * @param rows as in {@link #of(float[][])}
     * @param labels one per row, 0 to classes - 1
     * @throws IllegalArgumentException as in {@link #of(float[][])}, or if a label is negative or the counts differ
     */
    public static Dataset of(float[][] rows, int[] labels) {
        return of(rows).withLabels(labels);
    }

    /**
     * Rows with one real target each.
     *
     * @param rows as in {@link #of(float[][])}
     * @param targets one per row, finite
     * @throws IllegalArgumentException as in {@link #of(float[][])}, or if a target is not finite or the counts differ
     */
    public static Dataset of(float[][] rows, float[] targets) {
        return of(rows).withValues(targets, 1);
    }

    /**
     * Rows with several real targets each.
     *
     * @param rows as in {@link #of(float[][])}
     * @param targets {@code [row][target]}, all equally long, finite
     * @throws IllegalArgumentException as in {@link #of(float[][])}, for the rows and for the targets
     */
    public static Dataset of(float[][] rows, float[][] targets) {
        Dataset inputs = of(rows);
        float[] flat = Rows.flatten("targets", targets);
        Rows.requireSameCount(inputs.size(), "targets", targets.length);
        return inputs.withTargets(new Values(flat, targets[0].length));
    }

    /**
     * Rows of unsigned bytes without targets; see {@link #ofBytes(byte[][], int[])}.
     *
     * @param rows {@code [row][value]}, all equally long
     * @throws IllegalArgumentException saying which row, if there is none, or one is null or of another length
     */
    public static Dataset ofBytes(byte[][] rows) {
        return new Dataset(new ByteFeatures(Rows.flatten("rows", rows), rows[0].length));
    }

    /**
     * Rows of unsigned bytes, 0..255, with class labels. Read as floats they are multiplied by 1/255, or by the scale
     * set with {@link #withByteScale}; a network whose input is {@code UINT8} gets them as they are.
     *
     * @param rows {@code [row][value]}, all equally long
     * @param labels one per row, 0 to classes - 1
     * @throws IllegalArgumentException saying which row or label and why
     */
    public static Dataset ofBytes(byte[][] rows, int[] labels) {
        return ofBytes(rows).withLabels(labels);
    }

    /**
     * Rows of ints without targets.
     *
     * @param rows {@code [row][value]}, all equally long
     * @throws IllegalArgumentException saying which row, if there is none, or one is null or of another length
     */
    public static Dataset ofInts(int[][] rows) {
        return new Dataset(new IntFeatures(Rows.flatten("rows", rows), rows[0].length));
    }

    /**
     * Rows of ints with class labels.
     *
     * @param rows {@code [row][value]}, all equally long
     * @param labels one per row, 0 to classes - 1
     * @throws IllegalArgumentException saying which row or label and why
     */
    public static Dataset ofInts(int[][] rows, int[] labels) {
        return ofInts(rows).withLabels(labels);
    }

    /**
     * Rows laid out in one array, without targets. The array is kept, not copied: leave it unchanged.
     *
     * @param values row after row, finite
     * @param rowLength values per row, at least 1
     * @throws IllegalArgumentException if the values are not whole rows, or one is not finite
     */
    public static Dataset ofFlat(float[] values, int rowLength) {
        Rows.requireNotNull("values", values);
        Rows.requireWholeRows(values.length, rowLength);
        Rows.requireFinite("values", values, rowLength);
        return new Dataset(new FloatFeatures(values, rowLength));
    }

    /**
     * Rows laid out in one array, with class labels; see {@link #ofFlat(float[], int)}.
     *
     * @param values row after row, finite; kept, not copied
     * @param rowLength values per row, at least 1
     * @param labels one per row, 0 to classes - 1
     * @throws IllegalArgumentException saying which value or label and why
     */
    public static Dataset ofFlat(float[] values, int rowLength, int[] labels) {
        return ofFlat(values, rowLength).withLabels(labels);
    }

    /**
     * Rows laid out in one array, with one real target each; see {@link #ofFlat(float[], int)}.
     *
     * @param values row after row, finite; kept, not copied
     * @param rowLength values per row, at least 1
     * @param targets one per row, finite
     * @throws IllegalArgumentException saying which value or target and why
     */
    public static Dataset ofFlat(float[] values, int rowLength, float[] targets) {
        return ofFlat(values, rowLength).withValues(targets, 1);
    }

    /**
     * Rows of unsigned bytes laid out in one array, without targets; see {@link #ofBytes(byte[][], int[])}.
     *
     * @param values row after row; kept, not copied
     * @param rowLength values per row, at least 1
     * @throws IllegalArgumentException if the values are not whole rows
     */
    public static Dataset ofFlatBytes(byte[] values, int rowLength) {
        Rows.requireNotNull("values", values);
        Rows.requireWholeRows(values.length, rowLength);
        return new Dataset(new ByteFeatures(values, rowLength));
    }

    /**
     * Rows of unsigned bytes laid out in one array, with class labels; see {@link #ofBytes(byte[][], int[])}.
     *
     * @param values row after row; kept, not copied
     * @param rowLength values per row, at least 1
     * @param labels one per row, 0 to classes - 1
     * @throws IllegalArgumentException if the values are not whole rows, or saying which label and why
     */
    public static Dataset ofFlatBytes(byte[] values, int rowLength, int[] labels) {
        return ofFlatBytes(values, rowLength).withLabels(labels);
    }

    /**
     * Rows of ints laid out in one array, without targets.
     *
     * @param values row after row; kept, not copied
     * @param rowLength values per row, at least 1
     * @throws IllegalArgumentException if the values are not whole rows
     */
    public static Dataset ofFlatInts(int[] values, int rowLength) {
        Rows.requireNotNull("values", values);
        Rows.requireWholeRows(values.length, rowLength);
        return new Dataset(new IntFeatures(values, rowLength));
    }

    /**
     * Rows of ints laid out in one array, with class labels.
     *
     * @param values row after row; kept, not copied
     * @param rowLength values per row, at least 1
     * @param labels one per row, 0 to classes - 1
     * @throws IllegalArgumentException if the values are not whole rows, or saying which label and why
     */
    public static Dataset ofFlatInts(int[] values, int rowLength, int[] labels) {
        return ofFlatInts(values, rowLength).withLabels(labels);
    }

    // Changed copies

    /**
     * The same inputs with these class labels instead of any targets so far. Class names, which named the old labels, are gone:
     * give them again with {@link #withClassNames} where they still hold.
     *
     * @param labels one per row, 0 to classes - 1; copied
     * @throws IllegalArgumentException saying which label and why
     */
    public Dataset withLabels(int... labels) {
        Rows.requireLabels(labels, size());
        return withTargets(new Labels(labels.clone()));
    }

    /**
     * The same inputs with these real targets instead of any so far.
     *
     * @param values {@code width} finite numbers per row, row after row; copied
     * @param width numbers per row, at least 1
     * @throws IllegalArgumentException saying which value and why, or if they are not {@code size()} rows
     */
    public Dataset withValues(float[] values, int width) {
        Rows.requireNotNull("targets", values);
        if (width < 1) {
            throw new IllegalArgumentException("width = " + width + ": must be at least 1");
        }
        if (values.length != (long) size() * width) {
            throw new IllegalArgumentException(size() + " rows, but " + values.length + " targets: give "
                    + (width == 1 ? "one" : Integer.toString(width)) + " for each row");
        }
        Rows.requireFinite("targets", values, width);
        return withTargets(new Values(values.clone(), width));
    }

    /**
     * The same rows, each counting as much in the loss as its weight says: the loss of a batch is sum(w_i * l_i) / rows, as with
     * Keras's {@code sample_weight}. Weights 2 and 2 are a loss twice as large, not the same mean. Of several outputs every one is
     * weighed so. They count in training and in the loss of an evaluation; metrics do not know them.
     *
     * @param weights one per row, finite and at least 0; copied
     * @throws IllegalArgumentException saying which weight and why
     */
    public Dataset withRowWeights(float... weights) {
        Rows.requireWeights(weights, size());
        return new Dataset(
                inputs, targets, Optional.of(new Values(weights.clone(), 1)), softTargets, featureNames, classNames);
    }

    /**
     * The same rows, each counting in the loss as its class says: the weights of classes multiply those that the rows have, 1
     * where they have none. Unlike {@code @ClassWeights} they count in whatever this dataset is used for, an evaluation too.
     *
     * @param weights that of label 0, of label 1 and so on; one for each label there is, finite and at least 0
     * @throws IllegalStateException if this dataset has no class labels
     * @throws IllegalArgumentException if a label has no weight, or saying which weight is none
     */
    public Dataset withClassWeights(double... weights) {
        Labels labels = labels();
        Rows.requireForEachLabel(labels, "weight", weights.length);
        Rows.requireClassWeights(weights);
        float[] ofRows = new float[size()];
        for (int row = 0; row < ofRows.length; row++) {
            float own = rowWeights.isEmpty() ? 1 : rowWeights.get().at(row, 0);
            ofRows[row] = (float) (own * weights[labels.at(row)]);
        }
        return withRowWeights(ofRows);
    }

    /**
     * The same rows with class weights that make every class count the same in sum: {@code rows / (classes * rows of the class)}, so that
     * the mean weight of the rows is 1 (scikit-learn's {@code class_weight = "balanced"}). Classes without rows are not counted.
     *
     * @throws IllegalStateException if this dataset has no class labels
     */
    public Dataset withBalancedClasses() {
        Labels labels = labels();
        int[] rows = new int[labels.max() + 1];
        for (int row = 0; row < size(); row++) {
            rows[labels.at(row)]++;
        }
        long classes = Arrays.stream(rows).filter(count -> count > 0).count();
        return withClassWeights(Arrays.stream(rows)
                .mapToDouble(count -> count == 0 ? 0 : size() / ((double) classes * count))
                .toArray());
    }

    /**
     * The same rows with what a teacher says of them, for a network with {@code @Distill}: {@code data.withSoftTargets(teacher.outputs(data))}.
     *
     * @param byOutput for each output of the network that is to learn, in their order, a row per row: probabilities of a classifier, not
     *     logits, values of a regressor; copied
     * @throws IllegalArgumentException if they are of other rows, or not finite
     */
    public Dataset withSoftTargets(List<float[][]> byOutput) {
        List<Values> soft = new ArrayList<>();
        for (float[][] rows : byOutput) {
            if (rows.length != size()) {
                throw new IllegalArgumentException(
                        size() + " rows, but " + rows.length + " soft targets: give one for each row");
            }
            float[] flat = Rows.flatten("soft targets", rows);
            Rows.requireFinite("soft targets", flat, rows[0].length);
            soft.add(new Values(flat, rows[0].length));
        }
        return new Dataset(inputs, targets, rowWeights, soft, featureNames, classNames);
    }

    /**
     * The same bytes, read as floats with another scale.
     *
     * @param scale what a byte, 0..255, is multiplied by; finite, not 0
     * @throws IllegalStateException if this dataset does not hold bytes
     * @throws IllegalArgumentException if the scale is out of range
     */
    public Dataset withByteScale(float scale) {
        if (!(features() instanceof ByteFeatures bytes)) {
            throw new IllegalStateException(
                    "this dataset holds " + features().unit() + "; a scale is for datasets of bytes (Dataset.ofBytes)");
        }
        if (!Float.isFinite(scale) || scale == 0) {
            throw new IllegalArgumentException("scale = " + scale + ": must be a finite number other than 0");
        }
        List<Named<InputFeatures>> scaled = List.of(new Named<>(inputs.get(0).name(), bytes.scaledBy(scale)));
        return new Dataset(scaled, targets, rowWeights, softTargets, featureNames, classNames);
    }

    /**
     * The same rows with names for the values of a row.
     *
     * @param names one for each value of a row
     * @throws IllegalArgumentException if their number is not {@link #rowLength}
     */
    public Dataset withFeatureNames(List<String> names) {
        if (names.size() != rowLength()) {
            throw new IllegalArgumentException(
                    names.size() + " feature names for rows of " + rowLength() + " values: give one for each value");
        }
        return new Dataset(inputs, targets, rowWeights, softTargets, List.copyOf(names), classNames);
    }

    /**
     * The same rows with names for the classes.
     *
     * @param names the name of label 0, of label 1, and so on; there may be classes without rows
     * @throws IllegalStateException if this dataset has no labels
     * @throws IllegalArgumentException if a label has no name
     */
    public Dataset withClassNames(List<String> names) {
        Rows.requireForEachLabel(labels(), "name", names.size());
        return new Dataset(inputs, targets, rowWeights, softTargets, featureNames, List.copyOf(names));
    }

    // What there is

    /** Number of rows, at least 1. */
    public int size() {
        return inputs.get(0).values().size();
    }

    /** Values per row, at least 1; of all inputs together where there are several. */
    public int rowLength() {
        int length = 0;
        for (Named<InputFeatures> input : inputs) {
            length += input.values().rowLength();
        }
        return length;
    }

    /**
     * The inputs; their class says how they are stored.
     *
     * @throws IllegalStateException if there are several
     */
    public InputFeatures features() {
        return Named.only(inputs, "inputs", "features");
    }

    /**
     * The inputs of this name; those of a dataset that was made without names have any name.
     *
     * @throws IllegalArgumentException if there are none of this name
     */
    public InputFeatures features(String name) {
        return Named.of(inputs, "input", name);
    }

    /** Names of the inputs; empty where they were given without. */
    public List<String> inputNames() {
        return Named.names(inputs);
    }

    /**
     * The targets; their class says what kind there is.
     *
     * @throws IllegalStateException if there are several
     */
    public Targets targets() {
        return targets.isEmpty() ? NoTargets.INSTANCE : Named.only(targets, "targets", "targets");
    }

    /**
     * The targets of this name; those of a dataset that was made without names have any name.
     *
     * @throws IllegalArgumentException if there are none of this name
     */
    public Targets targets(String name) {
        return Named.of(targets, "target", name);
    }

    /** Names of the targets; empty where there are none, or they were given without. */
    public List<String> targetNames() {
        return Named.names(targets);
    }

    /**
     * The class labels.
     *
     * @throws IllegalStateException if this dataset has real targets or none
     */
    public Labels labels() {
        if (targets() instanceof Labels labels) {
            return labels;
        }
        throw new IllegalStateException("this dataset has " + targets().unit()
                + ", but class labels are needed; create it with int[] labels, or call withLabels");
    }

    /**
     * The real targets.
     *
     * @throws IllegalStateException if this dataset has class labels or no targets
     */
    public Values values() {
        if (targets() instanceof Values values) {
            return values;
        }
        throw new IllegalStateException("this dataset has " + targets().unit()
                + ", but real targets are needed; create it with float[] targets, or call withValues");
    }

    /** What the rows count in the loss; empty where they all count the same. */
    public Optional<Values> rowWeights() {
        return rowWeights;
    }

    /** What a teacher says of the rows, output by output; none where none was given. */
    public List<Values> softTargets() {
        return softTargets;
    }

    /** Names of the values of a row; empty where none were given. */
    public List<String> featureNames() {
        return featureNames;
    }

    /** Names of the classes by label; empty where none were given. */
    public List<String> classNames() {
        return classNames;
    }

    /**
     * A checksum of all that is here, row by row: inputs, targets, weights of rows and soft targets. Datasets that differ in a row or in the
     * order of rows have another one; names do not count, and bytes have that of the floats that they stand for.
     *
     * @return 16 hexadecimal digits, the first of a SHA-256
     */
    public String fingerprint() {
        return new RowDigest().of(this);
    }

    /**
     * Number of batches that hold all rows, a last, smaller one counted.
     *
     * @param batchSize rows per batch, at least 1
     * @throws IllegalArgumentException if {@code batchSize} is less than 1
     */
    public int batches(int batchSize) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize = " + batchSize + ": must be at least 1");
        }
        return (size() - 1) / batchSize + 1;
    }

    // Views

    /**
     * Some rows, in the order given; a row may be given twice.
     *
     * @param indices row numbers from 0, at least one
     * @throws IllegalArgumentException if there are none, or saying which is no row
     */
    public Dataset subset(int... indices) {
        if (indices.length == 0) {
            throw new IllegalArgumentException("subset of no rows: a dataset needs at least one row");
        }
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] < 0 || indices[i] >= size()) {
                throw new IllegalArgumentException(
                        "indices[" + i + "] = " + indices[i] + ": rows are 0 to " + (size() - 1));
            }
        }
        return pick(indices);
    }

    /**
     * A run of rows.
     *
     * @param from the first row, counted from 0
     * @param to the row after the last
     * @throws IllegalArgumentException unless {@code 0 <= from < to <= size()}
     */
    public Dataset range(int from, int to) {
        if (from < 0 || from >= to || to > size()) {
            throw new IllegalArgumentException(
                    "range(" + from + ", " + to + "): must be 0 <= from < to <= " + size() + ", the number of rows");
        }
        return new Dataset(
                Named.map(inputs, input -> input.range(from, to)),
                Named.map(targets, target -> target.range(from, to)),
                rowWeights.map(weights -> weights.range(from, to)),
                softTargets.stream().map(soft -> soft.range(from, to)).toList(),
                featureNames,
                classNames);
    }

    /**
     * The first rows.
     *
     * @param n how many
     * @throws IllegalArgumentException unless {@code 1 <= n <= size()}
     */
    public Dataset take(int n) {
        if (n < 1 || n > size()) {
            throw new IllegalArgumentException("take(" + n + "): must be from 1 to " + size() + ", the number of rows");
        }
        return range(0, n);
    }

    /**
     * All rows in an order that depends on the seed alone.
     *
     * @param seed any number
     */
    public Dataset shuffled(long seed) {
        return pick(Order.shuffled(size(), seed, 0));
    }

    /**
     * Shuffles, then splits: {@code shuffled(seed).splitAt(share)}.
     *
     * @param share of the first part, in (0, 1)
     * @param seed any number
     * @throws IllegalArgumentException as in {@link #splitAt}
     */
    public Splitter.Split<Dataset> split(double share, long seed) {
        return shuffled(seed).splitAt(share);
    }

    /**
     * The first rows and the rest, in their order. The first part has {@code share * size()} rows, rounded down.
     *
     * @param share of the first part, in (0, 1)
     * @throws IllegalArgumentException if the share is out of range, or would leave a part without rows
     */
    public Splitter.Split<Dataset> splitAt(double share) {
        int first = firstPart(size(), share);
        return new Splitter.Split<>(range(0, first), range(first, size()));
    }

    /**
     * How many rows are in the first part where so many are split: {@code share * rows}, rounded down.
     *
     * @param share of the first part, in (0, 1)
     * @throws IllegalArgumentException if the share is out of range, or would leave a part without rows
     */
    public static int firstPart(int rows, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share = " + share + ": must be in (0, 1)");
        }
        // 10 * (1 - 0.9) is 0.99...98: what misses a whole row by rounding alone is that row.
        int first = (int) Math.floor(rows * share + 1e-6);
        if (first == 0 || first == rows) {
            throw new IllegalArgumentException("share = " + share + " of " + rows + " rows leaves one part empty: "
                    + first + " and " + (rows - first) + " rows; give more rows, or another share");
        }
        return first;
    }

    /**
     * The values of one row as floats, copied.
     *
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public float[] row(int row) {
        float[] values = new float[rowLength()];
        copyFloats(new int[] {row}, 0, 1, values);
        return values;
    }

    // For the training loop: allocation-free reads of a batch

    /** Writes inputs as floats; see {@link InputFeatures#copyFloats}. */
    public void copyFloats(int[] order, int from, int count, float[] target) {
        features().copyFloats(order, from, count, target);
    }

    /** Writes inputs as unsigned bytes; see {@link InputFeatures#copyBytes}. */
    public void copyBytes(int[] order, int from, int count, byte[] target) {
        features().copyBytes(order, from, count, target);
    }

    /** Writes inputs as ints; see {@link InputFeatures#copyInts}. */
    public void copyInts(int[] order, int from, int count, int[] target) {
        features().copyInts(order, from, count, target);
    }

    /**
     * Writes class labels; see {@link Labels#copy}.
     *
     * @throws IllegalStateException if this dataset has no labels
     */
    public void copyLabels(int[] order, int from, int count, int[] target) {
        labels().copy(order, from, count, target);
    }

    /**
     * Writes real targets; see {@link Values#copy}.
     *
     * @throws IllegalStateException if this dataset has no real targets
     */
    public void copyValues(int[] order, int from, int count, float[] target) {
        values().copy(order, from, count, target);
    }

    /** Such as {@code Dataset[60000 rows of 784 bytes, class labels]}. */
    @Override
    public String toString() {
        String rows = inputs.stream()
                .map(input -> input.prefix() + input.values().rowLength() + " "
                        + input.values().unit())
                .collect(Collectors.joining(", "));
        return "Dataset[" + size() + " rows of " + rows + ", " + targetUnits() + "]";
    }

    private String targetUnits() {
        return targets.isEmpty()
                ? NoTargets.INSTANCE.unit()
                : targets.stream()
                        .map(target -> target.prefix() + target.values().unit())
                        .collect(Collectors.joining(", "));
    }

    // For streams, which put rows of several datasets together

    /** Rows of this layout that are still to be filled in by {@link #copyRow}, before anybody sees them. */
    Dataset blank(int rows) {
        return new Dataset(
                Named.map(inputs, input -> input.blank(rows)),
                Named.map(targets, target -> target.blank(rows)),
                rowWeights.map(weights -> weights.blank(rows)),
                softTargets.stream().map(soft -> soft.blank(rows)).toList(),
                featureNames,
                classNames);
    }

    /** Copies a row over one of another dataset of this layout. */
    void copyRow(int from, Dataset into, int to) {
        for (int i = 0; i < inputs.size(); i++) {
            inputs.get(i).values().copyRow(from, into.inputs.get(i).values(), to);
        }
        for (int i = 0; i < targets.size(); i++) {
            targets.get(i).values().copyRow(from, into.targets.get(i).values(), to);
        }
        for (int i = 0; i < softTargets.size(); i++) {
            softTargets.get(i).copyRow(from, into.softTargets.get(i), to);
        }
        if (rowWeights.isPresent()) {
            rowWeights.get().copyRow(from, into.rowWeights.orElseThrow(), to);
        }
    }

    /** What two datasets have alike whose rows can stand in one. */
    String layout() {
        return inputs.stream()
                        .map(input -> input.prefix() + input.values().rowLength() + " "
                                + input.values().unit() + scale(input.values()))
                        .collect(Collectors.joining(", "))
                + ", " + targetUnits()
                + (rowWeights.isPresent() ? ", weights" : "")
                + softTargets.stream()
                        .map(soft -> ", soft targets, " + soft.width() + " per row")
                        .collect(Collectors.joining())
                + (classNames.isEmpty() ? "" : ", classes " + classNames);
    }

    private static String scale(InputFeatures features) {
        return features instanceof ByteFeatures bytes && bytes.scale() != ByteFeatures.DEFAULT_SCALE
                ? " of scale " + bytes.scale()
                : "";
    }

    private Dataset withTargets(Targets other) {
        return new Dataset(
                inputs, List.of(new Named<>(Named.UNNAMED, other)), rowWeights, softTargets, featureNames, List.of());
    }

    private Dataset pick(int[] indices) {
        return new Dataset(
                Named.map(inputs, input -> input.pick(indices)),
                Named.map(targets, target -> target.pick(indices)),
                rowWeights.map(weights -> weights.pick(indices)),
                softTargets.stream().map(soft -> soft.pick(indices)).toList(),
                featureNames,
                classNames);
    }
}
