package io.regulus.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.EarlyStopping;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;
import io.regulus.data.Dataset;
import io.regulus.testing.Samples;
import io.regulus.train.Diagnosis.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Small networks that really do what the diagnosis says. */
class DiagnosisOfNetworksTest {
    @Network(input = {20})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01)
    abstract static class Wide {
        @Dense(units = 64, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {20})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01)
    @L2(1e-3)
    abstract static class Dropped {
        @Dense(units = 64, activation = RELU)
        @Dropout(p = 0.5)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {20})
    @Regressor
    @Sgd(learningRate = 0.01)
    abstract static class Line {
        @Dense(units = 1)
        Layer price;
    }

    @Network(input = {20})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01)
    @EarlyStopping(patience = 100)
    abstract static class Patient {
        @Dense(units = 64, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Test
    void whatStopsAlreadyIsToStopSooner() {
        try (DiagnosisOfNetworksTest_PatientModel model = DiagnosisOfNetworksTest_PatientModel.create()) {
            Dataset train = Samples.labelled(90, 20, 3, 1);
            Diagnosis said = model.diagnose(fit(model::fit, train, Samples.labelled(90, 20, 3, 2), 40), train);
            assertThat(said.verdict()).isEqualTo(Verdict.OVERFIT);
            assertThat(said.toString()).contains("a smaller patience of the class's @EarlyStopping");
            assertThat(said.toString()).doesNotContain("@EarlyStopping(patience = 3)");
        }
    }

    @Test
    void randomLabelsAreLearntByHeart() {
        try (DiagnosisOfNetworksTest_WideModel model = DiagnosisOfNetworksTest_WideModel.create()) {
            Dataset train = Samples.labelled(90, 20, 3, 1);
            History history = fit(model::fit, train, Samples.labelled(90, 20, 3, 2), 40);
            Diagnosis said = model.diagnose(history, train);
            assertThat(said.verdict()).isEqualTo(Verdict.OVERFIT);
            assertThat(said.toString()).contains("@Dropout(p = 0.3)");
            assertThat(said.toString()).contains("@L2(1e-4)");
        }
    }

    @Test
    void whatIsInTheNetworkIsRaisedAndNotAdded() {
        try (DiagnosisOfNetworksTest_DroppedModel model = DiagnosisOfNetworksTest_DroppedModel.create(
                DiagnosisOfNetworksTest_DroppedHyperparameters.of(Map.of("hidden.dropout", 0.1)))) {
            Dataset train = Samples.labelled(90, 20, 3, 1);
            Diagnosis said = model.diagnose(fit(model::fit, train, Samples.labelled(90, 20, 3, 2), 40), train);
            assertThat(said.verdict()).isEqualTo(Verdict.OVERFIT);
            assertThat(said.toString()).contains("raise @Dropout(p = 0.5) of hidden (hyperparameter hidden.dropout)");
            assertThat(said.toString()).contains("raise @L2(0.001) of the class (hyperparameter network.l2)");
            assertThat(said.toString()).doesNotContain("@Dropout(p = 0.3)");
        }
    }

    @Test
    void aPenaltyThatHoldsEverythingDownUnderfits() {
        try (DiagnosisOfNetworksTest_DroppedModel model = DiagnosisOfNetworksTest_DroppedModel.create(
                DiagnosisOfNetworksTest_DroppedHyperparameters.of(Map.of("network.l2", 0.5, "hidden.dropout", 0.0)))) {
            Dataset train = byLargest(300, 1, 0);
            Diagnosis said = model.diagnose(fit(model::fit, train, byLargest(200, 2, 0), 12), train);
            assertThat(verdicts(said)).contains(Verdict.UNDERFIT);
            assertThat(said.toString()).contains("lower @L2(0.001) of the class (hyperparameter network.l2)");
            assertThat(said.toString()).doesNotContain("lower @Dropout");
        }
    }

    @Test
    void aRateBeyondWhatTheCurvatureAllowsDiverges() {
        try (DiagnosisOfNetworksTest_LineModel model = DiagnosisOfNetworksTest_LineModel.create()) {
            model.setLearningRate(1.5); // the loss is 2 w^2 curved: above 1 each step overshoots
            Dataset train = Samples.valued(100, 20, 1, 1);
            History history = model.fit(
                    train, Fit.epochs(6).batchSize(100).verbose(false).validateOn(Samples.valued(100, 20, 1, 2)));
            Diagnosis said = model.diagnose(history);
            assertThat(verdicts(said)).containsExactly(Verdict.DIVERGED);
            assertThat(said.toString()).contains("a learning rate of 0.15 in the place of 1.5");
        }
    }

    @Test
    void validationRowsThatAreEasierAreFound() {
        try (DiagnosisOfNetworksTest_WideModel model = DiagnosisOfNetworksTest_WideModel.create()) {
            // three in ten training labels are wrong, no validation label is
            Dataset train = byLargest(3_000, 1, 0.3);
            History history = fit(model::fit, train, byLargest(500, 2, 0), 6);
            assertThat(verdicts(model.diagnose(history))).contains(Verdict.SUSPICIOUS_VALIDATION);
            assertThat(verdicts(model.diagnose(history, train))).contains(Verdict.SUSPICIOUS_VALIDATION);
        }
    }

    @Test
    void validationRowsThatAreTrainingRowsLookFineOnCurvesAndAreFoundByTheRows() {
        try (DiagnosisOfNetworksTest_WideModel model = DiagnosisOfNetworksTest_WideModel.create()) {
            Dataset train = Samples.labelled(90, 20, 3, 1);
            Dataset validation = train.subset(5, 80, 33, 12, 61, 2);
            History history = fit(model::fit, train, validation, 40);
            // known by heart, and so are the validation rows: no curve tells
            assertThat(verdicts(model.diagnose(history, train))).doesNotContain(Verdict.OVERFIT);
            Diagnosis said = model.diagnose(history, train, validation);
            assertThat(said.verdict()).isEqualTo(Verdict.LEAK);
            assertThat(verdicts(said)).doesNotContain(Verdict.GOOD_FIT);
            assertThat(said.toString())
                    .contains("Of the 6 validation rows 6 have the inputs of a training row, as row 0 those of row 5");
            Dataset fresh = Samples.labelled(90, 20, 3, 2);
            assertThat(verdicts(model.diagnose(history, train, fresh))).doesNotContain(Verdict.LEAK);
        }
    }

    @Test
    void dropoutAloneMakesValidationBetterAndIsNotSuspicious() {
        try (DiagnosisOfNetworksTest_DroppedModel model = DiagnosisOfNetworksTest_DroppedModel.create(
                DiagnosisOfNetworksTest_DroppedHyperparameters.of(Map.of("hidden.dropout", 0.8)))) {
            Dataset train = byLargest(1_500, 1, 0);
            History history = fit(model::fit, train, byLargest(1_000, 2, 0), 8);
            // curves alone would say so
            assertThat(history.last().validation().orElseThrow().loss())
                    .isLessThan(0.8 * history.last().training().loss());
            assertThat(verdicts(history.diagnosis())).contains(Verdict.SUSPICIOUS_VALIDATION);
            assertThat(verdicts(model.diagnose(history))).doesNotContain(Verdict.SUSPICIOUS_VALIDATION);
            assertThat(verdicts(model.diagnose(history, train))).doesNotContain(Verdict.SUSPICIOUS_VALIDATION);
        }
    }

    @Test
    void enoughRowsOfSomethingSimpleAreAGoodFit() {
        try (DiagnosisOfNetworksTest_LineModel model = DiagnosisOfNetworksTest_LineModel.create()) {
            Dataset train = sums(2_000, 1);
            Diagnosis said = model.diagnose(fit(model::fit, train, sums(500, 2), 12), train);
            assertWithMessage(said.toString()).that(verdicts(said)).containsExactly(Verdict.GOOD_FIT);
        }
    }

    @Test
    void aFitThatWasCutShortIsStillImproving() {
        try (DiagnosisOfNetworksTest_LineModel model = DiagnosisOfNetworksTest_LineModel.create()) {
            model.setLearningRate(0.001);
            Dataset train = sums(300, 1);
            Diagnosis said = model.diagnose(fit(model::fit, train, sums(300, 2), 8), train);
            assertThat(verdicts(said)).contains(Verdict.STILL_IMPROVING);
        }
    }

    private interface Fitting {
        History fit(Dataset data, Fit fit);
    }

    private static History fit(Fitting model, Dataset train, Dataset validation, int epochs) {
        return model.fit(train, Fit.epochs(epochs).verbose(false).validateOn(validation));
    }

    private static List<Verdict> verdicts(Diagnosis diagnosis) {
        return diagnosis.findings().stream().map(Diagnosis.Finding::verdict).toList();
    }

    /** Which of the first three numbers is the largest, for a share of the rows another label. */
    private static Dataset byLargest(int rows, long seed, double wrong) {
        float[][] all = Samples.rows(rows, 20, seed);
        Random random = new Random(seed);
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            float[] numbers = all[row];
            labels[row] = numbers[0] > numbers[1] && numbers[0] > numbers[2] ? 0 : numbers[1] > numbers[2] ? 1 : 2;
            labels[row] = random.nextDouble() < wrong ? (labels[row] + 1 + random.nextInt(2)) % 3 : labels[row];
        }
        return Dataset.of(all, labels);
    }

    /** The sum of the first two numbers, with noise. */
    private static Dataset sums(int rows, long seed) {
        float[][] all = Samples.rows(rows, 20, seed);
        float[] noise = Samples.normal(rows, seed + 50);
        float[][] targets = new float[rows][1];
        for (int row = 0; row < rows; row++) {
            targets[row][0] = all[row][0] + all[row][1] + 0.5f * noise[row];
        }
        return Dataset.of(all, targets);
    }
}
