package io.regulus.samples.techniques;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulus.data.Dataset;
import io.regulus.samples.techniques.dropout.DropoutPaperSuite;
import io.regulus.samples.techniques.fashion.FashionSuite;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SuiteTest {
    private static final int ROWS = 40;
    private static final int PIXELS = 28 * 28;

    private final Suite suite = FashionSuite.suite();

    private static List<String> names(List<Technique> techniques) {
        return techniques.stream().map(Technique::name).toList();
    }

    @Test
    void namesAreTypedInAnyCaseWithHyphens() {
        assertEquals(
                List.of("baseline", "L2 1e-3", "label smoothing"),
                names(suite.chosen(List.of("Label-Smoothing", "l2-1e-3"))));
    }

    @Test
    void aFamilyStandsForItsTechniques() {
        assertEquals(
                List.of(
                        "baseline",
                        "deep ensemble of 5",
                        "bagging of 5",
                        "snapshot ensemble of 5",
                        "boosting of 5 (SAMME)"),
                names(suite.chosen(List.of("ensembles"))));
        assertEquals(suite.techniques(), suite.chosen(List.of()));
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> suite.chosen(List.of("l2-1e-3", "drop-out")))
                .getMessage();
        assertTrue(message.startsWith("--only: there is no drop-out; there are penalties, "), message);
        assertTrue(message.contains(", dropout-0.5, "), message);
    }

    @Test
    void twoOfOneNameAreRefused() {
        Technique one = suite.baseline();
        assertThrows(IllegalArgumentException.class, () -> new Suite("twice", "", one, List.of(Family.of("all", one))));
    }

    /** Whatever is listed can be trained: five steps, which is what an ensemble of five snapshots needs at least. */
    @ParameterizedTest
    @MethodSource("everything")
    void everyTechniqueTrains(String name, Technique technique) {
        Dataset rows = rows();
        try (Trained trained = technique.trainer().train(new Trial(rows, 1, ROWS / 5, 1))) {
            float[][] probabilities = trained.probabilities(rows);
            assertEquals(ROWS, probabilities.length, name);
            for (float[] row : probabilities) {
                assertEquals(
                        1,
                        IntStream.range(0, row.length).mapToDouble(i -> row[i]).sum(),
                        1e-4,
                        name);
            }
            Score score = Score.of(probabilities, rows.labels().toArray());
            assertTrue(Double.isFinite(score.loss()), name + " has the loss " + score.loss());
        }
    }

    static Stream<Arguments> everything() {
        return Stream.of(FashionSuite.suite(), DropoutPaperSuite.suite())
                .flatMap(suite -> suite.techniques().stream()
                        .map(technique -> Arguments.of(suite.name() + ": " + technique.name(), technique)));
    }

    /** Dark images and bright ones, easy enough for boosting, which takes no member that is worse than chance. */
    private static Dataset rows() {
        byte[] pixels = new byte[ROWS * PIXELS];
        int[] labels = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = row % 2;
            for (int i = 0; i < PIXELS; i++) {
                pixels[row * PIXELS + i] = (byte) (labels[row] * 120 + (row * 7 + i * 13) % 90);
            }
        }
        return Dataset.ofFlatBytes(pixels, PIXELS, labels);
    }
}
