package io.regulus.names;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.model.ModelType;
import io.regulus.train.BatchResult;
import io.regulus.train.Fit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A network whose fields are named as generated code names its own things still does what it says. */
class AwkwardNamesTest {
    @Test
    void inputsAndOutputsMeanTheUsersFields() {
        float[][] rows = {{1, 2}, {3, 4}};
        int[][] counts = {{1, 2}, {3, 4}};
        Dataset data = Dataset.builder()
                .input("_wide", counts)
                .input("feeds", rows)
                .input("_wideFed", rows)
                .input("training", rows)
                .labels("likeliest", 0, 1)
                .labels("outputs", 2, 1)
                .values("outputsClasses", 1, 2)
                .values("heads", 3, 4)
                .build();
        try (AwkwardOutputsModel model = AwkwardOutputsModel.create()) {
            assertThat(model.trainOnBatch(data).loss()).isGreaterThan(0.0);
            AwkwardOutputsModel.Predictions predictions = model.predict(counts, rows, rows, rows);
            assertThat(predictions.likeliest()).isEqualTo(model.predict(data).likeliest());
            assertThat(predictions.likeliestClasses()).hasLength(2);
            assertThat(predictions.outputsClasses_()).hasLength(2);
            assertThat(predictions.outputsClasses()).hasLength(2);
            assertThat(model.evaluate(data).metrics()).containsKey("heads_mae");
        }
    }

    @Test
    void everyNameMeansTheUsersLayer() {
        byte[][] rows = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}};
        try (AwkwardNamesModel model = AwkwardNamesModel.create()) {
            BatchResult step = model.trainOnBatch(Dataset.ofBytes(rows, new int[] {0, 1, 0}));
            assertThat(step.loss()).isGreaterThan(0.0);
            assertThat(model.layers().x().kernel().shape()).isEqualTo(new long[] {9, 9});
            assertThat(model.layers().xKernel().kernel().shape()).isEqualTo(new long[] {3, 3});
            assertThat(model.layers().parameter().scale().name()).isEqualTo("parameter/scale");
            assertThat(model.predict(rows)).hasLength(3);
            assertThat(model.classify(rows)).hasLength(3);
            assertThat(model.predict(new byte[0][])).hasLength(0);
            AwkwardNamesHyperparameters hyper = AwkwardNamesHyperparameters.defaults()
                    .withValue(numbers -> numbers.withDropout(0.25))
                    .withNumbers(numbers -> numbers.withDropout(0.5));
            assertThat(hyper.value().dropout()).isEqualTo(0.25);
            assertThat(hyper.toMap().get("numbers.dropout")).isEqualTo(0.5);
        }
    }

    @Test
    void aTypeIsThatOfTheModelWhateverItsLayersAreCalled() {
        Map<String, Double> numbers = Map.of("type.dropout", 0.75);
        assertThat(AwkwardNamesModel.type().plan(numbers).hyperparameters()).containsEntry("type.dropout", 0.75);
        ModelType<AwkwardRowsModel> type = AwkwardRowsModel.type();
        assertThat(type.rows().orElseThrow().schema()).isSameInstanceAs(AwkwardRows_RowsRows.schema());
        try (AwkwardRowsModel model = type.create(Map.of(), Settings.defaults())) {
            List<AwkwardRows.Rows> rows = List.of(new AwkwardRows.Rows(1, 2), new AwkwardRows.Rows(3, 4));
            model.fit(rows, Fit.epochs(1).verbose(false));
            assertThat(model.predict(rows)).hasLength(2);
            assertThat(model.layers().RECORD().bias().shape()).isEqualTo(new long[] {2});
        }
    }
}
