package io.regulus.engine;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineTest {
    @Test
    void variablesAreReplacedAllOrNone() {
        try (Engine engine = Engine.of(
                new EngineModels_AbsoluteTraining(EngineModels_AbsoluteHyperparameters.defaults()),
                Settings.defaults())) {
            byte[] before = engine.state().readVariables(List.of("out/bias")).get("out/bias");
            Map<String, byte[]> values = new LinkedHashMap<>();
            values.put("out/bias", new byte[] {1, 2, 3, 4});
            values.put("out/kernel", new byte[8]);
            assertFails(
                    IllegalArgumentException.class,
                    () -> engine.state().writeVariables(values),
                    "'out/kernel' of shape [3, 1] takes 12 bytes, not 8");
            values.remove("out/kernel");
            values.put("in/kernel", new byte[12]);
            assertFails(
                    IllegalArgumentException.class,
                    () -> engine.state().writeVariables(values),
                    "in/kernel",
                    "out/kernel");
            assertThat(engine.state().readVariables(List.of("out/bias")).get("out/bias"))
                    .isEqualTo(before);
            values.remove("in/kernel");
            engine.state().writeVariables(values);
            assertThat(engine.state().readVariables(List.of("out/bias")).get("out/bias"))
                    .isEqualTo(new byte[] {1, 2, 3, 4});
        }
    }
}
