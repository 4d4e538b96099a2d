package io.regulus.report;

import static com.google.common.truth.Truth.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    @Test
    void meanDeviationAndMarginOnPaper() {
        Differences differences = new Differences(List.of(1.0, 2.0, 3.0));
        assertThat(differences.mean()).isEqualTo(2.0);
        assertThat(differences.deviation()).isEqualTo(1.0);
        // scipy.stats.t.ppf(0.975, 2) = 4.30265, over the root of 3
        assertThat(differences.margin()).isWithin(1e-3).of(2.4841);
        assertThat(differences.isWithinNoise()).isTrue();
        assertThat(new Differences(List.of(1.9, 2.0, 2.1)).isWithinNoise()).isFalse();
        assertThat(new Differences(List.of(-1.9, -2.0, -2.1)).isWithinNoise()).isFalse();
        assertThat(differences.toString()).isEqualTo("+2.0000 ± 1.0000");
    }

    @Test
    void oneSeedSaysNothingOfTheNoise() {
        Differences one = new Differences(List.of(5.0));
        assertThat(one.deviation()).isNaN();
        assertThat(one.margin()).isNaN();
        assertThat(one.isWithinNoise()).isTrue();
        assertThat(one.toString()).isEqualTo("+5.0000");
    }

    @Test
    void smallDifferencesAreShownWithTwoDigits() {
        assertThat(new Differences(List.of(1.1e-5, 1.2e-5, 1.3e-5)).toString()).isEqualTo("+0.000012 ± 0.000001");
        assertThat(new Differences(List.of(-4e-4, -5e-4)).toString()).isEqualTo("-0.00045 ± 0.00007");
        assertThat(new Differences(List.of(1e-20)).toString()).isEqualTo("+0.00000000");
        assertThat(new Differences(List.of(0.0)).toString()).isEqualTo("+0.0000");
    }

    @Test
    void equalRunsAreWithinTheNoise() {
        assertThat(new Differences(Collections.nCopies(3, 0.0)).isWithinNoise()).isTrue();
    }

    @Test
    void aRunThatDivergedLeavesNoMean() {
        assertThat(new Differences(List.of(1.0, Double.NaN)).mean()).isNaN();
        assertThat(new Differences(List.of(1.0, Double.NaN)).toString()).isEqualTo("–");
    }
}
