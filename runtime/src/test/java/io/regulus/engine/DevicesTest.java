package io.regulus.engine;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.regulus.data.Dataset;
import io.regulus.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DevicesTest {
    private static final Dataset DATA = Samples.valued(8, 3, 2, 1);

    private static EngineModels_DeepModel model(Device device) {
        return EngineModels_DeepModel.create(Settings.defaults().withDevice(device));
    }

    @Test
    void aGpuThatIsNotThereIsSaidWithItsCure() {
        assumeFalse(Natives.haveGpuBuild(), "skipped: TensorFlow's GPU build is on the class path");
        MissingDeviceException failure = assertFails(
                MissingDeviceException.class,
                () -> model(Device.GPU),
                "no GPU",
                "CPU build",
                "tensorflow-core-native",
                "linux-x86_64-gpu",
                "Device.AUTO");
        assertThat(failure).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Device.class,
            names = {"AUTO", "CPU"})
    void theCpuTrainsWhereNoGpuIsAskedFor(Device device) {
        try (EngineModels_DeepModel model = model(device)) {
            double first = model.trainOnBatch(DATA).loss();
            assertThat(model.trainOnBatch(DATA).loss()).isLessThan(first);
        }
    }

    @Test
    void devicesAreListedByTheCApi() {
        assumeFalse(Natives.haveGpuBuild(), "skipped: TensorFlow's GPU build is on the class path");
        Natives.load();
        assertThat(Devices.of(Settings.defaults(), new Threads(0, 0, false)).gpu())
                .isFalse();
        assertThat(Devices.CPU_ONLY.gpus()).isEmpty();
    }
}
