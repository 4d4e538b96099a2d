package io.regulus.engine;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.save.ElementType;
import io.regulus.save.IncompatibleModelException;
import io.regulus.save.ModelFile;
import io.regulus.save.NamedTensor;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixedPrecisionTest {
    private static final Path CPU = Path.of("/proc/cpuinfo");
    private static final Dataset DATA = Samples.labelled(64, 784, 10, 1);
    private static final Settings ON_CPU = Settings.defaults().withDevice(Device.CPU);

    @TempDir
    Path folder;

    private static List<Double> losses(Model model) {
        List<Double> losses = new ArrayList<>();
        for (int step = 0; step < 20; step++) {
            losses.add(model.trainOnBatch(DATA).loss());
        }
        return losses;
    }

    @Test
    void itFollowsTheSameNetworkInFloat32() throws IOException {
        assumeTrue(
                Files.exists(CPU) && Files.readString(CPU).matches("(?s).*(avx512_bf16|amx_bf16).*"),
                "skipped: this CPU does not compute in bfloat16");
        try (EngineModels_WideDenseModel plain = EngineModels_WideDenseModel.create(ON_CPU);
                EngineModels_WideDenseMixedModel mixed = EngineModels_WideDenseMixedModel.create(ON_CPU)) {
            SavedState.of(plain).assertStateOf(mixed);
            List<Double> expected = losses(plain);
            List<Double> actual = losses(mixed);
            assertThat(actual).isNotEqualTo(expected);
            assertThat(expected.get(19)).isLessThan(0.8 * expected.get(0));
            for (int step = 0; step < 20; step++) {
                assertWithMessage("loss of step " + (step + 1))
                        .that(actual.get(step))
                        .isWithin(0.03 * expected.get(step))
                        .of(expected.get(step));
            }
        }
    }

    @Test
    void itsVariablesAreFloat32() {
        try (EngineModels_PenalisedMixedModel mixed = EngineModels_PenalisedMixedModel.create(ON_CPU)) {
            mixed.trainOnBatch(Samples.valued(8, 6, 2, 1));
            mixed.save(folder);
            for (NamedTensor variable : ModelFile.read(folder).variables()) {
                assertWithMessage(variable.name())
                        .that(variable.variable().type())
                        .isEqualTo(variable.name().equals("training/step") ? ElementType.I64 : ElementType.F32);
            }
        }
    }

    @Test
    void aModelSavedWithoutItIsTakenOverOnceItIsRenamed() {
        try (EngineModels_PenalisedModel plain = EngineModels_PenalisedModel.create(ON_CPU)) {
            plain.trainOnBatch(Samples.valued(8, 6, 2, 1));
            plain.save(folder);
            String name = "io.regulus.engine.EngineModels.PenalisedMixed";
            assertFails(
                    IncompatibleModelException.class,
                    () -> EngineModels_PenalisedMixedModel.load(folder, ON_CPU).close(),
                    "EngineModels.Penalised ",
                    name,
                    "withModelName");
            ModelFile.write(folder, ModelFile.read(folder).withModelName(name));
            try (EngineModels_PenalisedMixedModel mixed = EngineModels_PenalisedMixedModel.load(folder, ON_CPU)) {
                SavedState.of(plain).assertStateOf(mixed);
            }
        }
    }
}
