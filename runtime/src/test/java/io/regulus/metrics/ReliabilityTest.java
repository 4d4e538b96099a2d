package io.regulus.metrics;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calibration held against NumPy and SciPy (make_calibration_fixtures.py) and against arithmetic on paper. */
class ReliabilityTest {
    private static final Path FOLDER = Path.of("src/test/resources/calibration");

    private static final class Case {
        private final float[][] probabilities;
        private final int[] labels;
        private final Map<String, Double> truth;

        private Case(float[][] probabilities, int[] labels, Map<String, Double> truth) {
            this.probabilities = probabilities;
            this.labels = labels;
            this.truth = truth;
        }

        float[][] probabilities() {
            return probabilities;
        }

        int[] labels() {
            return labels;
        }

        Map<String, Double> truth() {
            return truth;
        }

        static Case read(String name) throws IOException {
            List<String> lines = Files.readAllLines(FOLDER.resolve(name + ".csv"));
            float[][] probabilities = new float[lines.size()][];
            int[] labels = new int[lines.size()];
            for (int row = 0; row < labels.length; row++) {
                String[] cells = lines.get(row).split(",", -1);
                probabilities[row] = new float[cells.length - 1];
                for (int i = 0; i < cells.length - 1; i++) {
                    probabilities[row][i] = Float.parseFloat(cells[i]);
                }
                labels[row] = Integer.parseInt(cells[cells.length - 1]);
            }
            Map<String, Double> truth = new HashMap<>();
            for (String line : Files.readAllLines(FOLDER.resolve(name + "_truth.csv"))) {
                String[] cells = line.split(",", -1);
                truth.put(cells[0], Double.parseDouble(cells[1].replace("nan", "NaN")));
            }
            return new Case(probabilities, labels, truth);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"several", "two"})
    void errorsAreThoseOfNumPy(String name) throws IOException {
        Case given = Case.read(name);
        for (int bins : new int[] {1, 10, 15}) {
            Reliability reliability = Reliability.of(given.probabilities(), given.labels(), bins);
            assertThat(reliability.bins()).hasSize(bins);
            near("expected error", reliability.expectedError(), given.truth().get("ece_" + bins));
            near("maximum error", reliability.maximumError(), given.truth().get("mce_" + bins));
        }
        Reliability reliability = Reliability.of(given.probabilities(), given.labels());
        near("Brier", reliability.brierScore(), given.truth().get("brier"));
        near("likelihood", reliability.negativeLogLikelihood(), given.truth().get("nll"));
        near("accuracy", reliability.accuracy(), given.truth().get("accuracy"));
    }

    @Test
    void binsAreThoseOfNumPy() throws IOException {
        Case given = Case.read("several");
        List<Reliability.Bin> bins =
                Reliability.of(given.probabilities(), given.labels()).bins();
        for (int i = 0; i < Reliability.BINS; i++) {
            assertThat((double) bins.get(i).rows()).isEqualTo(given.truth().get("rows_" + i));
            if (bins.get(i).rows() > 0) {
                near("confidence", bins.get(i).confidence(), given.truth().get("confidence_" + i));
                near("hits", bins.get(i).hits(), given.truth().get("hits_" + i));
            } else {
                assertThat(bins.get(i).error()).isNaN();
            }
        }
        assertThat(bins.stream().mapToLong(Reliability.Bin::rows).sum()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"several", "two"})
    void theTemperatureIsThatOfSciPy(String name) throws IOException {
        Case given = Case.read(name);
        Temperature temperature = Temperature.fit(given.probabilities(), given.labels());
        // SciPy minimises from logits in double, this from probabilities in float
        assertThat(temperature.value()).isWithin(1e-5).of(given.truth().get("temperature"));
        float[][] scaled = temperature.apply(given.probabilities());
        Reliability after = Reliability.of(scaled, given.labels());
        assertThat(after.negativeLogLikelihood())
                .isWithin(1e-6)
                .of(given.truth().get("nll_at_temperature"));
        assertThat(after.accuracy()).isEqualTo(given.truth().get("accuracy"));
        assertThat(Temperature.fit(scaled, given.labels()).value())
                .isWithin(1e-5)
                .of(1);
    }

    @Test
    void countedOnPaper() {
        float[][] probabilities = {{0.75f, 0.25f}, {0.75f, 0.25f}, {0.25f, 0.75f}, {0.5f, 0.5f}};
        // the first of equal ones is taken; two of the three sure ones are right, the unsure one is
        Reliability reliability = Reliability.of(probabilities, new int[] {0, 1, 1, 0}, 2);
        assertThat(reliability.bins().get(0).rows()).isEqualTo(1); // 0.5 lies in (0, 0.5]
        assertThat(reliability.bins().get(1).rows()).isEqualTo(3);
        near("expected", reliability.expectedError(), 0.25 * 0.5 + 0.75 * (0.75 - 2 / 3.0));
        near("maximum", reliability.maximumError(), 0.5);
        near("Brier", reliability.brierScore(), (2 * 0.0625 + 2 * 0.5625 + 2 * 0.0625 + 0.5) / 4);
        near(
                "likelihood",
                reliability.negativeLogLikelihood(),
                -(2 * Math.log(0.75) + Math.log(0.25) + Math.log(0.5)) / 4);
        assertThat(reliability.accuracy()).isEqualTo(0.75);
    }

    @Test
    void zerosAndOnesAreCounted() {
        Reliability single = Reliability.of(new float[][] {{0f}, {1f}}, new int[] {0, 1});
        assertThat(single.bins().get(0).rows()).isEqualTo(1);
        assertThat(single.bins().get(14).rows()).isEqualTo(1);
        assertThat(single.expectedError()).isEqualTo(0);
        Reliability wrong = Reliability.of(new float[][] {{1f}}, new int[] {0});
        near("likelihood", wrong.negativeLogLikelihood(), -Math.log(1e-7));
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertMessage(new float[][] {{0.2f, 0.8f}, {-1f, 2f}}, new int[] {0, 1}, "row 1: -1.0 is no probability");
        assertMessage(new float[][] {{0.2f, Float.NaN}}, new int[] {0}, "row 0: NaN is no probability");
        assertMessage(new float[][] {{0.2f, 0.8f}}, new int[] {2}, "row 0: label 2 is none of the 2 classes");
        assertMessage(new float[][] {{0.2f}}, new int[] {2}, "row 0: label 2 is none of the 2 classes");
        assertMessage(new float[][] {{0.2f, 0.8f}, {1f}}, new int[] {0, 0}, "row 1 has 1 probabilities");
        assertMessage(new float[][] {{0.2f, 0.8f}}, new int[] {0, 1}, "1 rows of probabilities and 2 labels");
        assertMessage(new float[0][], new int[0], "at least one row");
        assertThat(assertThrows(
                        IllegalArgumentException.class, () -> Reliability.of(new float[][] {{0.5f}}, new int[] {0}, 0)))
                .hasMessageThat()
                .contains("bins = 0");
    }

    @Test
    void rowsThatAreAllRightHaveNoTemperature() {
        assertThat(assertThrows(
                        IllegalArgumentException.class,
                        () -> Temperature.fit(new float[][] {{0.9f, 0.1f}, {0.2f, 0.8f}}, new int[] {0, 1})))
                .hasMessageThat()
                .contains("give more rows");
    }

    private static void assertMessage(float[][] probabilities, int[] labels, String part) {
        assertThat(assertThrows(IllegalArgumentException.class, () -> Reliability.of(probabilities, labels)))
                .hasMessageThat()
                .contains(part);
    }

    private static void near(String what, double value, double wanted) {
        assertWithMessage(what).that(value).isWithin(1e-9).of(wanted);
    }
}
