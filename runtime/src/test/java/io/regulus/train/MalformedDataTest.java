package io.regulus.train;

import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.testing.Nets_BytesModel;
import io.regulus.testing.Nets_FullModel;
import io.regulus.testing.Nets_IntsModel;
import io.regulus.testing.Nets_LineModel;
import io.regulus.testing.Nets_YesNoModel;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.testing.errors.Malformed;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Values that no dataset takes, and datasets that a network does not: nothing is trained on them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedDataTest {
    private static final Fit FIT = Fit.epochs(1).verbose(false);
    private static final float NAN = Float.NaN;

    private final Nets_FullModel classes = Nets_FullModel.create();
    private final Nets_YesNoModel yesNo = Nets_YesNoModel.create();
    private final Nets_LineModel line = Nets_LineModel.create();
    private final Nets_BytesModel bytes = Nets_BytesModel.create();
    private final Nets_IntsModel ints = Nets_IntsModel.create();

    @AfterAll
    void close() {
        List.of(classes, yesNo, line, bytes, ints).forEach(Model::close);
    }

    private static Malformed table(String kind) {
        return Malformed.of(kind, IllegalArgumentException.class);
    }

    @TestFactory
    Collection<DynamicTest> networks() {
        Malformed table = table("data for a network");
        refused(
                table,
                classes,
                "a label above the classes",
                Dataset.of(Samples.rows(5, 6, 1), new int[] {0, 2, 1, 3, 0}),
                "label 3 in row 3",
                "classes 0 to 2");
        refused(
                table,
                yesNo,
                "a label that is neither",
                Dataset.of(Samples.rows(2, 3, 1), new int[] {1, 2}),
                "label 2 in row 1",
                "classes 0 to 1");
        refused(table, classes, "rows too short", Samples.labelled(4, 5, 3, 1), "5 features per row", "takes 6");
        refused(
                table,
                bytes,
                "images of another size",
                Dataset.ofBytes(new byte[1][3], new int[1]),
                "3 features per row",
                "takes 4 (2 x 2 x 1)");
        refused(table, classes, "no labels", Dataset.of(Samples.rows(4, 6, 1)), "has no targets", "give int labels");
        refused(
                table,
                classes,
                "numbers for labels",
                Samples.valued(4, 6, 1, 1),
                "has float targets",
                "give int labels");
        refused(table, line, "no targets", Dataset.of(Samples.rows(4, 3, 1)), "has no targets", "give float targets");
        refused(
                table,
                line,
                "labels for numbers",
                Samples.labelled(4, 3, 2, 1),
                "has int labels",
                "give float targets");
        refused(table, line, "too few targets", Samples.valued(4, 3, 1, 1), "has 1 targets per row", "gives 2");
        refused(table, bytes, "floats for bytes", Samples.labelled(4, 4, 2, 1), "takes bytes", "Dataset.ofBytes");
        refused(table, ints, "floats for ids", Samples.labelled(4, 3, 2, 1), "takes ints", "Dataset.ofInts");
        Dataset fine = Samples.labelled(8, 6, 3, 1);
        table.untouched(() -> SavedState.of(classes).bits());
        Dataset unlabelled = Dataset.of(Samples.rows(2, 6, 1));
        table.refused(
                "validation without labels",
                () -> classes.fit(fine, FIT.validateOn(unlabelled)),
                "validation data has no targets");
        table.refused(
                "rows to predict too long",
                () -> classes.predict(Samples.rows(2, 7, 1)),
                "prediction data has 7 features",
                "takes 6");
        DataStream later =
                DataStream.of(() -> java.util.stream.Stream.of(fine, Dataset.of(Samples.rows(1, 6, 1), new int[] {5})));
        table.refused(
                "a label above the classes, evaluated in a later block",
                () -> classes.evaluate(later),
                "label 5 in row 8",
                "classes 0 to 2");
        return table.tests();
    }

    private static void refused(Malformed table, Model model, String wrong, Dataset data, String... says) {
        table.untouched(() -> SavedState.of(model).bits());
        table.refused(wrong, () -> model.fit(data, FIT), says);
    }

    @TestFactory
    Collection<DynamicTest> values() {
        Malformed table = table("values");
        float[][] fine = {{1, 2}, {3, 4}};
        Dataset two = Dataset.of(fine);
        table.refused("no rows", () -> Dataset.of(new float[0][]), "rows is empty", "at least one row");
        table.refused("rows without values", () -> Dataset.of(new float[][] {{}, {}}), "0");
        table.refused("rows of two lengths", () -> Dataset.of(new float[][] {{1, 2}, {3}}), "row", "1");
        table.refused(
                "a row that is missing",
                () -> Dataset.of(new float[][] {{1, 2}, null}),
                "rows[1] is null; leave it out");
        table.refused(
                "a feature that is NaN",
                () -> Dataset.of(new float[][] {{1, 2}, {3, NAN}}),
                "rows: row 1, value 1 is NaN",
                "fill it in or drop the row");
        table.refused(
                "an infinite feature",
                () -> Dataset.of(new float[][] {{1 / 0f, 2}, {3, 4}}),
                "rows: row 0, value 0 is Infinity");
        table.refused("a flat array that ends in a row", () -> Dataset.ofFlat(new float[5], 2), "5", "2");
        table.refused("rows of no width", () -> Dataset.ofFlat(new float[4], 0), "0");
        table.refused(
                "a target that is NaN", () -> Dataset.of(fine, new float[] {1, NAN}), "targets: row 1, value 0 is NaN");
        table.refused("a negative label", () -> Dataset.of(fine, new int[] {0, -1}), "labels[1] = -1");
        table.refused("fewer labels than rows", () -> Dataset.of(fine, new int[1]), "2 rows, but 1 labels");
        table.refused("fewer targets than rows", () -> Dataset.of(fine, new float[1]), "2 rows, but 1 targets");
        table.refused("a negative weight", () -> two.withRowWeights(1, -1), "-1.0");
        table.refused("a weight that is NaN", () -> two.withRowWeights(1, NAN), "NaN");
        table.refused("fewer weights than rows", () -> two.withRowWeights(1), "2 rows, but 1");
        table.refused(
                "bytes scaled by nothing",
                () -> Dataset.ofBytes(new byte[2][2]).withByteScale(0),
                "scale = 0.0",
                "other than 0");
        table.refused(
                "an input twice",
                () -> Dataset.builder().input("a", fine).input("a", fine),
                "'a' is given twice; name each once");
        table.refused(
                "inputs of several lengths",
                () -> Dataset.builder()
                        .input("a", fine)
                        .input("b", new float[][] {{1}})
                        .build(),
                "'b' has 1 rows, 'a' has 2",
                "give one for each row");
        table.refused("no inputs", () -> Dataset.builder().build(), "needs an input", "call input(name, rows)");
        table.refused(
                "a name for half the values",
                () -> two.withFeatureNames(List.of("a")),
                "1 feature names for rows of 2");
        table.refused("rows that are not there", () -> two.subset(0, 2), "indices[1] = 2", "rows are 0 to 1");
        return table.tests();
    }
}
