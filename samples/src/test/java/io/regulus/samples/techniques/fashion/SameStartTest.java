package io.regulus.samples.techniques.fashion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Seed by seed differences say more where both networks begin alike: weights are drawn by seed and name. */
class SameStartTest {
    @Test
    void networksOfASeedBeginWithTheSameWeights() {
        float[] hidden = hidden(PlainNetModel.type());
        for (ModelType<?> other : new ModelType<?>[] {
            Penalties_L2NetModel.type(), Combinations_NormDropoutNetModel.type(), Penalties_ActivityNetModel.type()
        }) {
            assertArrayEquals(hidden, hidden(other));
        }
        assertEquals(800 * 128, hidden.length);
    }

    private static float[] hidden(ModelType<?> type) {
        try (Model model = type.create(Map.of(), Settings.defaults().withSeed(3))) {
            return model.weights().get("head/hidden/kernel");
        }
    }
}
