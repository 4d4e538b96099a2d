package io.regulus.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.annotations.MonitorMode;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reduction on a plateau lowers the rate after the epochs in which PyTorch's scheduler does. */
class ReduceOnPlateauTest {
    private static final Dataset DATA = Samples.labelled(16, 3, 2, 1);

    /** The cases as in {@code make_schedule_fixtures.py}. */
    private static final Map<String, ReduceOnPlateau> CASES = Map.of(
            "falls", new ReduceOnPlateau("val_loss", MonitorMode.AUTO, 0.5, 2, 0.05, 0, 0),
            "rises", new ReduceOnPlateau("val_loss", MonitorMode.MAX, 0.2, 3, 0, 0, 0.01),
            "cools", new ReduceOnPlateau("val_loss", MonitorMode.MIN, 0.5, 1, 0.02, 3, 0));

    @ParameterizedTest
    @ValueSource(strings = {"falls", "rises", "cools"})
    void lowersTheRateWhenTheReferenceDoes(String name) throws IOException {
        List<String[]> lines = Files.readAllLines(Path.of("src/test/resources/schedules/plateau.csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[0].equals(name))
                .toList();
        assertThat(lines).hasSize(40);
        double[] metric = lines.stream()
                .mapToDouble(cells -> Double.parseDouble(cells[2]))
                .toArray();
        for (int epochs = 1; epochs <= metric.length; epochs++) {
            WatchedFit fit = new WatchedFit();
            fit.run(CASES.get(name), "val_loss", Arrays.copyOf(metric, epochs));
            assertWithMessage("rate after epoch " + epochs)
                    .that(fit.learningRate())
                    .isWithin(1e-12)
                    .of(Double.parseDouble(lines.get(epochs - 1)[3]));
        }
    }

    /** A loss that ought to rise never does after the first epoch of gradient descent: bad epochs from the second on. */
    @Test
    void theClassSaysIt() {
        try (Model model = PlanModels_PlateauModel.create()) {
            History history = model.fit(DATA, Fit.epochs(8).validateOn(DATA).verbose(false));
            // lowered after epoch 2, cooled in 3 and half of 4 as Keras counts, lowered to no less than minRate, then
            // left alone
            assertThat(history.epochs().stream().map(EpochResult::learningRate).distinct())
                    .containsExactly(0.5, 0.25, 0.2)
                    .inOrder();
            assertThat(model.learningRate()).isEqualTo(0.2);
            assertThat(history.epochs().stream().map(EpochResult::learningRate).limit(5))
                    .containsExactly(0.5, 0.5, 0.25, 0.25, 0.2)
                    .inOrder();
        }
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertFails(
                IllegalArgumentException.class,
                () -> new ReduceOnPlateau("loss", MonitorMode.AUTO, 1, 1, 0, 0, 0),
                "factor = 1.0: must be in (0, 1)");
        assertFails(
                IllegalArgumentException.class,
                () -> new ReduceOnPlateau("loss", MonitorMode.AUTO, 0.1, 0, 0, 0, 0),
                "patience = 0: must be at least 1");
    }
}
