package io.regulus.engine;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.abort;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Needs a GPU and TensorFlow's GPU build: mvn -Pgpu verify -Dtensorflow.classifier=linux-x86_64-gpu. */
@Tag("gpu")
class GpuTest {
    private static final Dataset IMAGES = Samples.labelled(64, 144, 4, 1);
    private static final int STEPS = 25;

    @BeforeAll
    static void findAGpu() {
        try {
            cnn(Device.GPU).close();
        } catch (MissingDeviceException missing) {
            abort("skipped: " + missing.getMessage());
        }
    }

    private static EngineModels_CnnModel cnn(Device device) {
        return EngineModels_CnnModel.create(Settings.defaults().withDevice(device));
    }

    private static EngineModels_CnnMixedModel mixed() {
        return EngineModels_CnnMixedModel.create(Settings.defaults().withDevice(Device.GPU));
    }

    private static List<Double> losses(Model model) {
        try (model) {
            List<Double> losses = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                losses.add(model.trainOnBatch(IMAGES).loss());
            }
            assertThat(losses.get(STEPS - 1)).isLessThan(losses.get(0));
            return losses;
        }
    }

    private static void assertWithin(double share, List<Double> actual, List<Double> expected) {
        for (int step = 0; step < STEPS; step++) {
            assertWithMessage("loss of step " + (step + 1))
                    .that(actual.get(step))
                    .isWithin(share * expected.get(step))
                    .of(expected.get(step));
        }
    }

    @Test
    void everythingHeavyRunsOnOneGpu() {
        try (EngineModels_CnnModel model = cnn(Device.AUTO);
                EngineModels_CnnMixedModel mixed = mixed()) {
            assertThat(model.placement(IMAGES).heavyDevices()).containsExactly("GPU:0");
            assertThat(mixed.placement(IMAGES).heavyDevices()).containsExactly("GPU:0");
        }
    }

    @Test
    void theCpuIsUsedWhereItIsAskedFor() {
        try (EngineModels_CnnModel model = cnn(Device.CPU)) {
            assertThat(model.placement(IMAGES).heavyDevices()).containsExactly("CPU:0");
        }
    }

    @Test
    void itTrainsAsTheCpuDoes() {
        assertWithin(1e-3, losses(cnn(Device.GPU)), losses(cnn(Device.CPU)));
    }

    @Test
    void mixedPrecisionTrainsThereToo() {
        assertWithin(0.05, losses(mixed()), losses(cnn(Device.CPU)));
    }
}
