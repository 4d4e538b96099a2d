package io.regulus.report;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.report.AblationReport.Result;
import io.regulus.report.AblationReport.Variant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a report says of differences, on numbers made up. */
class VerdictTest {
    private static Variant variant(String name, double... losses) {
        return new Variant(
                name,
                "",
                IntStream.range(0, losses.length)
                        .mapToObj(seed -> new Result(seed, losses[seed], Optional.of("accuracy"), 0.5, 0))
                        .toList());
    }

    private static List<String> verdicts(Variant... without) {
        Variant whole = variant("whole", 0.50, 0.60, 0.70);
        return new AblationReport("net", "accuracy", true, whole, List.of(without), List.of(), Map.of())
                .worth().stream().map(AblationReport.Worth::verdict).toList();
    }

    @Test
    void aSureDifferenceHelpsOrHurts() {
        assertThat(verdicts(
                        variant("without a", 0.55, 0.65, 0.751),
                        variant("without b", 0.45, 0.55, 0.651),
                        variant("without all of them", 0.55, 0.65, 0.751)))
                .containsExactly("it helps", "it hurts", "they help")
                .inOrder();
    }

    @Test
    void whatIsSureAndSmallIsSaidToBe() {
        assertThat(verdicts(variant("without a", 0.50001, 0.60001, 0.700011))).containsExactly("it helps, hardly");
        assertThat(verdicts(variant("without a", 0.501, 0.601, 0.7011))).containsExactly("it helps");
        assertThat(verdicts(variant("without a", 0.50001, 0.6, 0.7))).containsExactly("within the noise");
    }

    @Test
    void aRunThatDivergedIsCounted() {
        assertThat(verdicts(variant("without a", 0.5, Double.NaN, 0.7))).containsExactly("diverged in 1 of 3 runs");
    }
}
