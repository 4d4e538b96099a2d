package io.regulus.ops;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.engine.Blueprint;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Dropout drops its share and scales the rest behind every kind of layer, and on every step of a sequence. */
class DropoutPlacesTest {
    private static final int ROWS = 250;

    static Stream<Arguments> networks() {
        return Stream.of(
                network(
                        "images",
                        DropoutPlacesModels_ImagesHyperparameters.defaults().toMap(),
                        numbers -> new DropoutPlacesModels_ImagesTraining(
                                DropoutPlacesModels_ImagesHyperparameters.of(numbers)),
                        21),
                network(
                        "steps",
                        DropoutPlacesModels_StepsHyperparameters.defaults().toMap(),
                        numbers -> new DropoutPlacesModels_StepsTraining(
                                DropoutPlacesModels_StepsHyperparameters.of(numbers)),
                        10),
                network(
                        "tokens",
                        DropoutPlacesModels_TokensHyperparameters.defaults().toMap(),
                        numbers -> new DropoutPlacesModels_TokensTraining(
                                DropoutPlacesModels_TokensHyperparameters.of(numbers)),
                        2));
    }

    private static Arguments network(
            String name,
            Map<String, Double> numbers,
            Function<Map<String, Double>, Blueprint<?, ?>> network,
            int count) {
        List<String> dropouts = numbers.keySet().stream()
                .filter(number -> number.endsWith(".dropout"))
                .toList();
        return Arguments.of(Named.of(name, network), dropouts, count);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void dropsItsShareOfWhatTheLayerGives(
            Function<Map<String, Double>, Blueprint<?, ?>> network, List<String> dropouts, int count) {
        assertThat(dropouts).hasSize(count);
        Map<String, Double> off = new TreeMap<>();
        dropouts.forEach(dropout -> off.put(dropout, 0.0));
        Map<String, float[]> whole = outputs(network.apply(off));
        for (String dropout : dropouts) {
            Map<String, Double> one = new TreeMap<>(off);
            one.put(dropout, 0.25);
            String layer = dropout.substring(0, dropout.indexOf('.'));
            assertDropped(layer, whole.get(layer), outputs(network.apply(one)).get(layer));
        }
    }

    private static Map<String, float[]> outputs(Blueprint<?, ?> network) {
        try (GradientCheck check = new GradientCheck(network, ROWS, 42)) {
            return check.layers();
        }
    }

    private static void assertDropped(String layer, float[] whole, float[] dropped) {
        int n = 0;
        int zeros = 0;
        for (int i = 0; i < whole.length; i++) {
            if (whole[i] == 0) {
                assertThat(dropped[i]).isEqualTo(0f);
                continue;
            }
            n++;
            if (dropped[i] == 0) {
                zeros++;
            } else {
                float expected = whole[i] / 0.75f;
                assertWithMessage(layer)
                        .that(dropped[i])
                        .isWithin(1e-4f * (1 + Math.abs(expected)))
                        .of(expected);
            }
        }
        assertWithMessage("values of " + layer).that(n).isGreaterThan(ROWS);
        assertWithMessage("share dropped of " + layer)
                .that(zeros / (double) n)
                .isWithin(4.5 * Math.sqrt(0.25 * 0.75 / n))
                .of(0.25);
    }
}
