package io.regulus.train;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.train.Diagnosis.Verdict.DIVERGED;
import static io.regulus.train.Diagnosis.Verdict.GOOD_FIT;
import static io.regulus.train.Diagnosis.Verdict.NOISY;
import static io.regulus.train.Diagnosis.Verdict.NOT_VALIDATED;
import static io.regulus.train.Diagnosis.Verdict.OVERFIT;
import static io.regulus.train.Diagnosis.Verdict.STILL_IMPROVING;
import static io.regulus.train.Diagnosis.Verdict.SUSPICIOUS_VALIDATION;
import static io.regulus.train.Diagnosis.Verdict.TOO_SHORT;
import static io.regulus.train.Diagnosis.Verdict.UNDERFIT;

import io.regulus.train.Diagnosis.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Curves drawn by hand. */
class DiagnosisTest {
    private static final double[] FALLING = {2, 1.2, 0.8, 0.55, 0.4, 0.3, 0.22, 0.16, 0.12, 0.09};

    @Test
    void aValidationLossThatTurnsIsOverfitFromItsLowest() {
        Diagnosis said = of(FALLING, 1.9, 1.3, 1.0, 0.8, 0.75, 0.78, 0.85, 0.92, 1.0, 1.1);
        assertThat(verdicts(said)).containsExactly(OVERFIT);
        assertThat(said.findings().get(0).epoch()).isEqualTo(5);
        assertThat(said.findings().get(0).because())
                .contains("lowest in epoch 5, 0.7500, and is 1.000 over the last epochs");
        assertThat(said.toString()).startsWith("overfit from epoch 5 on\n");
        assertThat(said.toString()).contains("@Dropout(p = 0.3)");
        assertThat(said.toString()).contains("@L2(1e-4)");
        assertThat(said.toString()).contains("Fit.callback(EarlyStopping.patience(3))");
    }

    @Test
    void aFitThatWasStoppedNeedsNoEarlyStopping() {
        History stopped = new History(
                epochs(FALLING, 1.9, 1.3, 1.0, 0.8, 0.75, 0.78, 0.85, 0.92, 1.0, 1.1),
                new Ending(Ending.Kind.STOPPED, "early stopping"));
        assertThat(stopped.diagnosis().toString()).doesNotContain("EarlyStopping");
    }

    @Test
    void aRiseOfLessThanFivePercentIsNone() {
        // 0.75 to 0.78 is 4 %; the gap to training stays below 30 % of it
        double[] training = {2, 1.2, 0.9, 0.8, 0.72, 0.70, 0.69, 0.68, 0.67, 0.66};
        assertThat(verdicts(of(training, 1.9, 1.3, 1.0, 0.8, 0.75, 0.76, 0.76, 0.77, 0.78, 0.78)))
                .containsExactly(GOOD_FIT);
        assertThat(verdicts(of(training, 1.9, 1.3, 1.0, 0.8, 0.75, 0.76, 0.77, 0.79, 0.80, 0.81)))
                .containsExactly(OVERFIT);
    }

    @Test
    void aWideGapThatStaysIsOverfitFromWhereItOpened() {
        Diagnosis said = of(FALLING, 1.9, 1.1, 0.8, 0.62, 0.56, 0.55, 0.55, 0.55, 0.55, 0.55);
        assertThat(verdicts(said)).containsExactly(OVERFIT);
        // T of an epoch is the mean of its training loss and the next one: 0.35 and 0.26 of epochs 5 and 6, 30 % below
        // 0.56 and 0.55
        assertThat(said.findings().get(0).epoch()).isEqualTo(5);
        assertThat(said.findings().get(0).because()).contains("no longer improves");
    }

    @Test
    void oneEpochOfLuckIsNoTurn() {
        double[] training = {2, 1.4, 1.1, 0.95, 0.9, 0.86, 0.84, 0.83, 0.82, 0.81};
        // jumps by 0.1 up and down: the lowest is not much below the end
        assertThat(verdicts(of(training, 1.9, 1.4, 1.1, 0.95, 1.02, 0.9, 1.0, 0.9, 1.0, 0.95)))
                .containsExactly(GOOD_FIT);
    }

    @Test
    void bothFallingIsStillImproving() {
        Diagnosis said = of(FALLING, 2.0, 1.25, 0.83, 0.58, 0.43, 0.33, 0.25, 0.19, 0.15, 0.12);
        assertThat(verdicts(said)).containsExactly(STILL_IMPROVING);
        assertThat(said.findings().get(0).next())
                .containsExactly("more epochs: Fit.epochs(20) with @EarlyStopping(patience = 3)");
    }

    @Test
    void bothLowAndFlatIsAGoodFit() {
        double[] training = {2, 0.8, 0.4, 0.3, 0.27, 0.26, 0.255, 0.252, 0.251, 0.25};
        assertThat(verdicts(of(training, 1.2, 0.6, 0.38, 0.32, 0.3, 0.295, 0.293, 0.292, 0.292, 0.292)))
                .containsExactly(GOOD_FIT);
    }

    @Test
    void lossesThatHardlyFallAreUnderfit() {
        double[] training = {1.00, 0.99, 0.985, 0.98, 0.98, 0.98, 0.98, 0.98, 0.98, 0.98};
        assertThat(verdicts(of(training, 1, 0.99, 0.985, 0.98, 0.98, 0.98, 0.98, 0.98, 0.98, 0.98)))
                .containsExactly(UNDERFIT);
    }

    @Test
    void littleExplainedVarianceIsUnderfit() {
        double[] losses = {1.0, 0.75, 0.7, 0.69, 0.69, 0.69};
        assertThat(verdicts(new History(explained(losses, 0.3)).diagnosis())).containsExactly(UNDERFIT);
        assertThat(verdicts(new History(explained(losses, 0.6)).diagnosis())).containsExactly(GOOD_FIT);
    }

    @Test
    void aLossThatGrowsOrIsNoNumberHasDiverged() {
        assertThat(verdicts(of(new double[] {1, 0.8, 0.6, 5, 40}, 1, 0.8, 0.6, 5, 40)))
                .containsExactly(DIVERGED);
        assertThat(verdicts(of(new double[] {1, 3}, 1, 3))).containsExactly(DIVERGED);
        Diagnosis notFinite = of(new double[] {1, 0.8, Double.NaN}, 1, 0.8, Double.NaN);
        assertThat(verdicts(notFinite)).containsExactly(DIVERGED);
        assertThat(notFinite.findings().get(0).epoch()).isEqualTo(3);
        // a tenth of the rate, and the rate
        assertThat(notFinite.findings().get(0).next().get(0)).contains("0.001 in the place of 0.01");
    }

    @Test
    void halfOfTheGainMayBeGivenBackBeforeItIsCalledDiverged() {
        assertThat(verdicts(of(new double[] {1, 0.2, 0.59}, 1, 0.2, 0.59))).doesNotContain(DIVERGED);
        assertThat(verdicts(of(new double[] {1, 0.2, 0.61}, 1, 0.2, 0.61))).containsExactly(DIVERGED);
    }

    @Test
    void aTrainingLossThatJumpsIsNoisy() {
        double[] jumping = {2, 1.5, 1.8, 1.3, 1.7, 1.2, 1.6, 1.2};
        assertThat(verdicts(of(jumping, 2, 1.6, 1.8, 1.4, 1.7, 1.3, 1.6, 1.3))).contains(NOISY);
        assertThat(verdicts(of(FALLING, FALLING))).doesNotContain(NOISY);
    }

    @Test
    void aValidationFarBelowTrainingIsSuspicious() {
        double[] training = {2, 1.2, 0.9, 0.7, 0.6, 0.55, 0.53, 0.52};
        Diagnosis said = of(training, 1.4, 0.8, 0.5, 0.36, 0.3, 0.28, 0.27, 0.265);
        assertThat(said.verdict()).isEqualTo(SUSPICIOUS_VALIDATION);
        assertThat(said.findings().get(0).because())
                .contains("dropout or random changes of the rows, if there are any");
    }

    @Test
    void theHalfEpochThatTrainingIsOlderIsNoLeak() {
        // each validation loss is what training had half an epoch later: nothing is wrong
        double[] training = {2, 1, 0.5, 0.25, 0.125, 0.0625};
        assertThat(verdicts(of(training, 1.5, 0.75, 0.375, 0.1875, 0.09375, 0.047)))
                .doesNotContain(SUSPICIOUS_VALIDATION);
    }

    @Test
    void withoutValidationNothingIsSaidOfOverfitting() {
        assertThat(verdicts(new History(epochs(FALLING)).diagnosis())).containsExactly(NOT_VALIDATED, STILL_IMPROVING);
    }

    @Test
    void twoEpochsAreTooShort() {
        assertThat(verdicts(of(new double[] {1, 0.9}, 1, 0.9))).containsExactly(TOO_SHORT);
        assertThat(verdicts(new History(List.of()).diagnosis())).containsExactly(TOO_SHORT);
    }

    private static Diagnosis of(double[] training, double... validation) {
        return new History(epochs(training, validation)).diagnosis();
    }

    private static List<Verdict> verdicts(Diagnosis diagnosis) {
        return diagnosis.findings().stream().map(Diagnosis.Finding::verdict).toList();
    }

    private static List<EpochResult> epochs(double[] training, double... validation) {
        List<EpochResult> epochs = new ArrayList<>();
        for (int e = 0; e < training.length; e++) {
            epochs.add(new EpochResult(
                    e + 1,
                    new Evaluation(training[e], 0, Map.of(), 100),
                    validation.length == 0
                            ? Optional.empty()
                            : Optional.of(new Evaluation(validation[e], 0, Map.of(), 50)),
                    0.01,
                    10,
                    1));
        }
        return epochs;
    }

    private static List<EpochResult> explained(double[] losses, double r2) {
        return epochs(losses, losses).stream()
                .map(epoch -> new EpochResult(
                        epoch.epoch(),
                        new Evaluation(epoch.training().loss(), 0, Map.of("r2", r2), 100),
                        epoch.validation(),
                        epoch.learningRate(),
                        epoch.steps(),
                        epoch.seconds()))
                .toList();
    }
}
