package io.regulus.model;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.TANH;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Add;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Concat;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.From;
import io.regulus.annotations.Input;
import io.regulus.annotations.L1;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Orthogonal;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.Standardize;
import io.regulus.checkpoint.Checkpoints;
import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.report.Judgement;
import io.regulus.report.NetworkNode;
import io.regulus.report.PenaltyTrace;
import io.regulus.report.RunReport;
import io.regulus.report.WeightTrace;
import io.regulus.testing.Samples;
import io.regulus.train.Callback;
import io.regulus.train.EpochResult;
import io.regulus.train.Fit;
import io.regulus.train.History;
import io.regulus.train.TrainingRun;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report says, held against the model and the history. */
class HtmlReportTest {
    private static final int EPOCHS = 4;
    private static final Dataset DATA = Samples.labelled(60, 6, 3, 1);
    private static final Dataset VALIDATION = Samples.labelled(20, 6, 3, 2);
    private static final Dataset TEST = Samples.labelled(30, 6, 3, 3);

    @TempDir
    Path folder;

    @Network(input = {6})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02)
    @L2(1e-3)
    abstract static class Penalised {
        @Dense(units = 8, activation = RELU)
        @L1(value = 0.5, proximal = true)
        @Orthogonal(0.01)
        @Dropout(p = 0.2)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Sgd(learningRate = 0.01)
    abstract static class Branches {
        @Input(shape = 4)
        @Standardize
        Layer row;

        @Input(shape = 2)
        Layer other;

        @From("row")
        @Dense(units = 4, activation = TANH)
        Layer first;

        @Dense(units = 4, activation = TANH)
        Layer second;

        @From({"row", "second"})
        @Add
        Layer sum;

        @From({"sum", "other"})
        @Concat
        Layer both;

        @Dense(units = 2)
        @Regressor(outputs = 2)
        Layer place;

        @From("both")
        @Dense(units = 3)
        @Classifier(classes = 3)
        Layer kind;
    }

    private Fit fit() {
        return Fit.epochs(EPOCHS).batchSize(16).validateOn(VALIDATION).seed(5).verbose(false);
    }

    @Test
    void tracesAreThoseOfTheModelAndTheHistory() throws Exception {
        Path file = folder.resolve("deep/er/run.html");
        try (HtmlReportTest_PenalisedModel model = HtmlReportTest_PenalisedModel.create()) {
            double before = norm(model.weights().get("hidden/kernel"));
            HtmlReport page = HtmlReport.of(model, file);
            History history = model.fit(DATA, fit().callback(page));
            RunReport report = page.report();
            assertThat(report.history()).isEqualTo(history);
            assertThat(report.penalties().stream().map(PenaltyTrace::kind))
                    .containsExactly("proximal L1", "orthogonal", "L2");
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                int at = epoch;
                double sum = report.penalties().stream()
                        .mapToDouble(term -> term.values().get(at))
                        .sum();
                double penalty = history.epochs().get(epoch).training().penalty();
                assertThat(sum).isWithin(1e-5 * penalty).of(penalty);
            }
            assertThat(report.weights().stream().map(WeightTrace::name))
                    .containsExactly("hidden/kernel", "hidden/bias", "logits/kernel", "logits/bias")
                    .inOrder();
            for (WeightTrace weight : report.weights()) {
                float[] values = model.weights().get(weight.name());
                assertThat(weight.norms()).hasSize(EPOCHS + 1);
                assertThat(weight.norms().get(EPOCHS)).isWithin(1e-9).of(norm(values));
                assertThat(weight.zeros().get(EPOCHS)).isEqualTo(zeros(values));
            }
            assertThat(report.weights().get(0).norms().get(0)).isWithin(1e-9).of(before);
            // the soft threshold has made some exactly zero
            assertThat(report.weights().get(0).zeros().get(EPOCHS)).isGreaterThan(0.0);
            assertThat(Files.readString(file)).isEqualTo(report.toHtml());
        }
    }

    @Test
    void aTestIsCountedRowByRow() {
        try (HtmlReportTest_PenalisedModel model = HtmlReportTest_PenalisedModel.create()) {
            HtmlReport page = HtmlReport.of(model, folder.resolve("run.html"));
            model.fit(DATA.withClassNames(List.of("a", "b<", "c")), fit().callback(page));
            page.test(TEST);
            Judgement.Confusion confusion = (Judgement.Confusion)
                    page.report().judged().orElseThrow().outputs().get(0);
            int[] predicted = model.classify(TEST);
            long[][] expected = new long[3][3];
            for (int row = 0; row < TEST.size(); row++) {
                expected[TEST.labels().at(row)][predicted[row]]++;
            }
            for (int wanted = 0; wanted < 3; wanted++) {
                for (int said = 0; said < 3; said++) {
                    assertThat(confusion.counts().get(wanted).get(said)).isEqualTo(expected[wanted][said]);
                }
            }
            assertThat(confusion.classes()).containsExactly("a", "b<", "c").inOrder();
            assertThat(page.report().judged().orElseThrow().evaluation()).isEqualTo(model.evaluate(TEST));
            assertThat(page.report().toHtml()).contains("b&lt;");
            assertThat(page.report().toHtml()).doesNotContain("b<\"");
        }
    }

    @Test
    void theNetworkIsDrawnAsItIsWired() {
        try (HtmlReportTest_BranchesModel model = HtmlReportTest_BranchesModel.create()) {
            HtmlReport page = HtmlReport.of(model, folder.resolve("run.html"));
            List<NetworkNode> nodes = page.report().nodes();
            assertThat(nodes.stream().map(node -> node.name() + " < " + node.from()))
                    .containsExactly(
                            "other < []",
                            "row < []",
                            "first < [row]",
                            "second < [first]",
                            "sum < [row, second]",
                            "both < [sum, other]",
                            "place < [both]",
                            "kind < [both]");
            NetworkNode first = nodes.stream()
                    .filter(node -> node.name().equals("first"))
                    .findFirst()
                    .orElseThrow();
            assertThat(first.output()).isEqualTo("[4]");
            assertThat(first.values()).isEqualTo(4 * 4 + 4);
        }
    }

    @Test
    void severalOutputsAreJudgedOneByOne() {
        Dataset data = Dataset.builder()
                .input("row", Samples.rows(40, 4, 1))
                .input("other", Samples.rows(40, 2, 2))
                .values("place", Samples.rows(40, 2, 3))
                .labels("kind", Samples.labels(40, 3, 4))
                .build();
        try (HtmlReportTest_BranchesModel model = HtmlReportTest_BranchesModel.create()) {
            HtmlReport page = HtmlReport.of(model, folder.resolve("run.html"));
            model.fit(data, Fit.epochs(2).verbose(false).callback(page));
            page.test(data);
            List<Judgement> outputs = page.report().judged().orElseThrow().outputs();
            assertThat(outputs.stream().map(Judgement::output))
                    .containsExactly("place[0]", "place[1]", "kind", "kind")
                    .inOrder();
            float[][] places = model.outputs(data).get(0);
            Judgement.Residuals second = (Judgement.Residuals) outputs.get(1);
            for (int row = 0; row < data.size(); row++) {
                assertThat(second.predicted().get(row)).isEqualTo((double) places[row][1]);
            }
        }
    }

    @Test
    void aRunThatWentOnHasEveryEpoch() {
        Fit fit = fit().checkpoints(Checkpoints.in(folder.resolve("run")).everySteps(1));
        Callback breaks = new Callback() {
            @Override
            public void onEpochEnd(TrainingRun run, EpochResult epoch) {
                if (epoch.epoch() == 2) {
                    throw new IllegalStateException("broken off");
                }
            }
        };
        RunReport straight;
        try (HtmlReportTest_PenalisedModel model = HtmlReportTest_PenalisedModel.create()) {
            HtmlReport page = HtmlReport.of(model, folder.resolve("straight.html"));
            model.fit(DATA, fit().callback(page));
            straight = page.report();
        }
        try (HtmlReportTest_PenalisedModel model = HtmlReportTest_PenalisedModel.create()) {
            HtmlReport page = HtmlReport.of(model, folder.resolve("broken.html"));
            assertThrows(
                    IllegalStateException.class,
                    () -> model.fit(DATA, fit.callback(page).callback(breaks)));
        }
        try (HtmlReportTest_PenalisedModel model = HtmlReportTest_PenalisedModel.create()) {
            HtmlReport page = HtmlReport.of(model, folder.resolve("gone-on.html"));
            model.fit(DATA, fit.callback(page));
            assertThat(page.report().weights()).isEqualTo(straight.weights());
            assertThat(page.report().penalties()).isEqualTo(straight.penalties());
            assertThat(page.report().history().epochs()).hasSize(EPOCHS);
        }
    }

    @Test
    void thePageNeedsNoOtherFileAndNamesEverySetting() {
        try (HtmlReportTest_PenalisedModel model =
                HtmlReportTest_PenalisedModel.create(Settings.defaults().withSeed(77))) {
            HtmlReport page = HtmlReport.of(model, folder.resolve("run.html"));
            model.fit(DATA, fit().callback(page));
            String html = page.report().toHtml();
            for (String other : new String[] {"http", "src=", "<link", "@import", "url(h", "<script"}) {
                assertWithMessage(other).that(html).doesNotContain(other);
            }
            for (String told : new String[] {
                "<dt>network.l2</dt><dd>0.001</dd>",
                "<dt>hidden.dropout</dt><dd>0.2</dd>",
                "<dt>seed of weights and masks</dt><dd>77</dd>",
                "<dt>seed of the row order</dt><dd>5</dd>",
                "<dt>batchSize</dt><dd>16</dd>",
                "generalisation gap",
                "proximal L1 0.5"
            }) {
                assertWithMessage(told).that(html.replace("\n", "")).contains(told);
            }
        }
    }

    @Test
    void whatCannotBeWrittenIsToldBeforeTheFirstStep() throws Exception {
        Path file = Files.createFile(folder.resolve("file")).resolve("run.html");
        try (HtmlReportTest_PenalisedModel model = HtmlReportTest_PenalisedModel.create()) {
            UncheckedIOException refused = assertThrows(
                    UncheckedIOException.class, () -> model.fit(DATA, fit().callback(HtmlReport.of(model, file))));
            assertThat(refused).hasMessageThat().startsWith("cannot write the report " + file);
            assertThat(model.steps()).isEqualTo(0);
        }
    }

    private static double norm(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    private static double zeros(float[] values) {
        int zeros = 0;
        for (float value : values) {
            zeros += value == 0 ? 1 : 0;
        }
        return zeros / (double) values.length;
    }
}
