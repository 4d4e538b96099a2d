package io.regulus.data;

import static io.regulus.testing.Failures.assertFails;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DatasetErrorsTest {
    private static final Dataset DATA = Dataset.of(new float[][] {{1, 2}, {3, 4}, {5, 6}}, new int[] {0, 1, 0});

    private static void refused(Executable action, String... parts) {
        assertFails(IllegalArgumentException.class, action, parts);
    }

    @Test
    void rows() {
        refused(() -> Dataset.of(new float[0][]), "rows is empty", "at least one row");
        refused(() -> Dataset.of((float[][]) null), "rows is null");
        refused(() -> Dataset.of(new float[][] {{1}, null}), "rows[1] is null");
        refused(() -> Dataset.of(new float[][] {null}), "rows[0] is null");
        refused(() -> Dataset.of(new float[][] {{1, 2}, {1, 2}, {1}}), "rows[2] has 1", "rows[0] has 2");
        refused(() -> Dataset.of(new float[][] {{}}), "rows[0] is empty");
        refused(() -> Dataset.ofBytes(new byte[][] {{1}, {1, 2}}), "rows[1] has 2");
        refused(() -> Dataset.ofInts(new int[][] {{1}, {}}, new int[2]), "rows[1] has 0");
    }

    @Test
    void valuesThatAreNotFinite() {
        refused(() -> Dataset.of(new float[][] {{1, 2}, {3, Float.NaN}}), "row 1, value 1 is NaN", "drop the row");
        refused(() -> Dataset.ofFlat(new float[] {1, Float.NEGATIVE_INFINITY}, 2), "row 0, value 1 is -Infinity");
        refused(
                () -> Dataset.of(new float[][] {{1}}, new float[] {Float.POSITIVE_INFINITY}),
                "targets: row 0, value 0 is Infinity");
    }

    @Test
    void targets() {
        float[][] rows = {{1}, {2}};
        refused(() -> Dataset.of(rows, new int[] {1}), "2 rows, but 1 labels");
        refused(() -> Dataset.of(rows, new int[] {1, -1}), "labels[1] = -1", "counted from 0");
        refused(() -> Dataset.of(rows, (int[]) null), "labels is null");
        refused(() -> Dataset.of(rows, new float[3]), "2 rows, but 3 targets");
        refused(() -> Dataset.of(rows, new float[][] {{1}, {1}, {1}}), "2 rows, but 3 targets");
        refused(() -> Dataset.of(rows, new float[][] {{1}, {1, 2}}), "targets[1] has 2");
        refused(() -> Dataset.of(rows).withValues(new float[4], 0), "width = 0");
        refused(() -> Dataset.of(rows).withValues(new float[5], 2), "2 rows, but 5 targets", "give 2 for each row");
    }

    @Test
    void flatArrays() {
        refused(() -> Dataset.ofFlat(new float[5], 2), "5 values", "rows of 2", "1 are left over");
        refused(() -> Dataset.ofFlat(new float[5], 0), "rowLength = 0");
        refused(() -> Dataset.ofFlatBytes(new byte[0], 3), "values is empty");
        refused(() -> Dataset.ofFlatInts(null, 3), "values is null");
    }

    @Test
    void views() {
        refused(() -> DATA.subset(), "at least one row");
        refused(() -> DATA.subset(0, 3), "indices[1] = 3", "0 to 2");
        refused(() -> DATA.subset(-1), "indices[0] = -1");
        refused(() -> DATA.range(2, 2), "range(2, 2)");
        refused(() -> DATA.range(-1, 2), "range(-1, 2)");
        refused(() -> DATA.range(0, 4), "range(0, 4)", "<= 3");
        refused(() -> DATA.take(0), "take(0)");
        refused(() -> DATA.take(4), "take(4)", "from 1 to 3");
        assertFails(IndexOutOfBoundsException.class, () -> DATA.row(3), "row 3: rows are 0 to 2");
        assertFails(IndexOutOfBoundsException.class, () -> DATA.row(-1), "row -1: rows are 0 to 2");
        assertFails(IndexOutOfBoundsException.class, () -> DATA.labels().at(3), "rows are 0 to 2");
        refused(() -> DATA.batches(0), "batchSize = 0");
        refused(() -> DATA.splitAt(0), "share = 0.0", "(0, 1)");
        refused(() -> DATA.splitAt(Double.NaN), "share = NaN");
        refused(() -> DATA.split(0.1, 1), "share = 0.1 of 3 rows", "0 and 3 rows");
    }

    @Test
    void names() {
        refused(() -> DATA.withFeatureNames(List.of("x")), "1 feature names", "rows of 2");
        refused(() -> DATA.withClassNames(List.of("x")), "1 class names", "label 1");
        assertFails(
                IllegalStateException.class,
                () -> Dataset.of(new float[][] {{1}}).withClassNames(List.of("x")),
                "no targets");
    }

    @Test
    void kinds() {
        assertFails(IllegalStateException.class, DATA::values, "class labels", "float[] targets");
        Dataset regression = Dataset.of(new float[][] {{1}}, new float[] {1});
        assertFails(IllegalStateException.class, regression::labels, "real targets, 1 per row", "int[] labels");
        assertFails(
                IllegalStateException.class,
                () -> regression.copyLabels(new int[] {0}, 0, 1, new int[1]),
                "class labels are needed");
        assertFails(
                IllegalStateException.class,
                () -> DATA.copyBytes(new int[] {0}, 0, 1, new byte[2]),
                "holds floats",
                "Dataset.ofBytes");
        assertFails(
                IllegalStateException.class,
                () -> DATA.copyInts(new int[] {0}, 0, 1, new int[2]),
                "holds floats",
                "Dataset.ofInts");
        assertFails(
                IllegalStateException.class,
                () -> Dataset.ofInts(new int[][] {{1}}).copyBytes(new int[] {0}, 0, 1, new byte[1]),
                "holds ints");
        assertFails(IllegalStateException.class, () -> DATA.withByteScale(1), "holds floats", "Dataset.ofBytes");
        refused(() -> Dataset.ofBytes(new byte[][] {{1}}).withByteScale(0), "scale = 0.0");
    }

    @Test
    void batches() {
        int[] order = {0, 1, 2};
        refused(() -> DATA.copyFloats(order, 0, 2, new float[3]), "room for 3", "2 rows of 2 need 4");
        refused(() -> DATA.copyLabels(order, 0, 2, new int[1]), "room for 1", "2 rows");
        refused(
                () -> Dataset.of(new float[][] {{1}}, new float[] {1}).copyValues(new int[] {0}, 0, 1, new float[0]),
                "room for 0");
        assertFails(IndexOutOfBoundsException.class, () -> DATA.copyFloats(order, 2, 2, new float[4]));
        assertFails(IndexOutOfBoundsException.class, () -> DATA.copyFloats(new int[] {3}, 0, 1, new float[4]));
        assertFails(IndexOutOfBoundsException.class, () -> DATA.copyLabels(new int[] {-1}, 0, 1, new int[4]));
        // A view must not reach rows of the array behind it that it leaves out.
        assertFails(
                IndexOutOfBoundsException.class, () -> DATA.range(0, 2).copyFloats(new int[] {2}, 0, 1, new float[4]));
    }
}
