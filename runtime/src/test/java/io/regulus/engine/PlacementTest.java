package io.regulus.engine;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.data.Dataset;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final Dataset IMAGES = Samples.labelled(8, 144, 4, 1);

    private static EngineModels_CnnModel cnn() {
        return EngineModels_CnnModel.create(Settings.defaults().withDevice(Device.CPU));
    }

    @Test
    void onACpuEverythingHeavyIsOnIt() {
        try (EngineModels_CnnModel model = cnn()) {
            Placement placement = model.placement(IMAGES);
            assertThat(placement.heavyDevices()).containsExactly("CPU:0");
            Map<String, Integer> kinds = placement.ops().get("CPU:0");
            for (String heavy :
                    new String[] {"Conv2D", "Conv2DBackpropFilter", "MatMul", "MaxPoolGrad", "AvgPoolGrad"}) {
                assertWithMessage(heavy + " in " + kinds)
                        .that(kinds.keySet().stream().anyMatch(kind -> kind.contains(heavy)))
                        .isTrue();
            }
            assertThat(placement.toString()).contains("CPU:0: ");
        }
    }

    @Test
    void askingChangesNothing() {
        try (EngineModels_CnnModel model = cnn()) {
            model.trainOnBatch(IMAGES);
            SavedState before = SavedState.of(model);
            model.placement(IMAGES.take(3));
            before.assertStateOf(model);
            assertThat(model.steps()).isEqualTo(1);
        }
    }

    @Test
    void onlyWhatTakesTimeIsHeavy() {
        Placement split = new Placement(Map.of(
                "GPU:0", Map.of("_FusedMatMul", 2, "Relu", 1),
                "CPU:0", Map.of("Const", 9, "VarHandleOp", 3)));
        assertThat(split.heavyDevices()).containsExactly("GPU:0");
        assertThat(new Placement(Map.of("GPU:0", Map.of("MatMul", 2), "CPU:0", Map.of("FusedBatchNormV3", 1)))
                        .heavyDevices())
                .containsExactly("CPU:0", "GPU:0");
        assertThat(split.toString()).isEqualTo("CPU:0: Const 9, VarHandleOp 3\nGPU:0: Relu 1, _FusedMatMul 2");
    }
}
