package io.regulus.engine;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Values.bits;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.data.Dataset;
import io.regulus.data.Order;
import io.regulus.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Steps under a loss scale, as a GPU takes them: the graph is built as if there were one. On a CPU its ops run in float32, so
 * that every bit can be compared with the network without the scale.
 */
class ScaledLossTest {
    private static final Devices GPU = new Devices(List.of("/device:GPU:0"));
    private static final Dataset DATA = Samples.valued(24, 6, 2, 1);

    private static Engine engine(Blueprint<?, ?> blueprint, Devices devices) {
        Natives.load();
        Settings settings = Settings.defaults().withKernels(false);
        Threads threads = Threads.of(settings, blueprint);
        return Engine.build(blueprint, settings, threads, devices);
    }

    private static Engine penalised() {
        return engine(
                new EngineModels_PenalisedTraining(EngineModels_PenalisedHyperparameters.defaults()), Devices.CPU_ONLY);
    }

    private static Engine penalisedScaled() {
        return engine(
                new EngineModels_PenalisedMixedTraining(EngineModels_PenalisedMixedHyperparameters.defaults()), GPU);
    }

    private static Engine steep() {
        return engine(new EngineModels_SteepTraining(EngineModels_SteepHyperparameters.defaults()), Devices.CPU_ONLY);
    }

    private static Engine steepScaled() {
        return engine(new EngineModels_SteepMixedTraining(EngineModels_SteepMixedHyperparameters.defaults()), GPU);
    }

    /** Loss of every step, and loss and penalty of every second. */
    private static List<Float> train(Engine engine, Dataset data, int steps) {
        List<Float> losses = new ArrayList<>();
        try (BatchBuffer batch = engine.buffer(data, data.size())) {
            batch.loadFeatures(data, Order.sequential(data.size()), 0);
            batch.loadTargets(data, Order.sequential(data.size()), 0);
            for (int step = 0; step < steps; step++) {
                if (step % 2 == 0) {
                    losses.add(engine.training().train(batch));
                } else {
                    Training.BatchCost cost = engine.training().trainWithPenalty(batch);
                    losses.add(cost.loss());
                    losses.add(cost.penalty());
                }
            }
        }
        return losses;
    }

    /** Number of tensors a step is fed: one more with a scale. */
    private static int fed(Engine engine) {
        try (BatchBuffer batch = engine.buffer(DATA, 4)) {
            batch.loadFeatures(DATA, Order.sequential(4), 0);
            batch.loadTargets(DATA, Order.sequential(4), 0);
            return engine.training().placement(batch).ops().get("CPU:0").get("_Arg");
        }
    }

    @Test
    void aScaleChangesNoBit() {
        try (Engine plain = penalised();
                Engine scaled = penalisedScaled()) {
            assertThat(fed(scaled)).isEqualTo(fed(plain) + 1);
            assertThat(bits(scaled)).isEqualTo(bits(plain));
            List<Float> losses = train(plain, DATA, 10);
            assertThat(losses.get(0)).isNotEqualTo(losses.get(12));
            assertThat(train(scaled, DATA, 10)).isEqualTo(losses);
            assertThat(bits(scaled)).isEqualTo(bits(plain));
        }
    }

    @Test
    void onACpuMixedPrecisionHasNoScale() {
        try (Engine plain = penalised();
                Engine mixed = engine(
                        new EngineModels_PenalisedMixedTraining(EngineModels_PenalisedMixedHyperparameters.defaults()),
                        Devices.CPU_ONLY)) {
            assertThat(fed(mixed)).isEqualTo(fed(plain));
        }
    }

    /** The gradient of the first layer's output is 1.6e35: that times 2^11 is still a float, times 2^12 no longer. */
    @Test
    void aStepThatOverflowsIsRepeatedAtALowerScaleAndTakenOnce() {
        Dataset steep = Dataset.of(new float[][] {{1e-20f}}, new float[] {8e14f});
        Map<String, byte[]> weights = Map.of("first/kernel", floatBytes(1), "out/kernel", floatBytes(1e20f));
        try (Engine plain = steep();
                Engine scaled = steepScaled()) {
            plain.state().writeVariables(weights);
            scaled.state().writeVariables(weights);
            List<Float> losses = train(plain, steep, 1);
            assertThat(train(scaled, steep, 1)).isEqualTo(losses);
            assertThat(scaled.state().step()).isEqualTo(1);
            assertThat(scaled.training().lossScale()).isLessThan(LossScale.INITIAL);
            assertThat(bits(scaled)).isEqualTo(bits(plain));
            assertThat(weight(scaled, "first/kernel")).isGreaterThan(2);
        }
    }

    private static byte[] floatBytes(float value) {
        byte[] bytes = new byte[Float.BYTES];
        NetworkState.bytes(bytes).putFloat(value);
        return bytes;
    }

    private static float weight(Engine engine, String name) {
        return NetworkState.bytes(engine.state().readVariables(List.of(name)).get(name))
                .getFloat();
    }

    @Test
    void aNaNFeatureIsStillFoundInItsRowAndNothingChanges() {
        float[] flat = Samples.normal(48, 3);
        Dataset bad = Dataset.ofFlat(flat, 6).withValues(Samples.normal(16, 4), 2);
        flat[6 * 5 + 2] = Float.NaN;
        try (Engine plain = penalised();
                Engine scaled = penalisedScaled()) {
            train(plain, DATA, 2);
            train(scaled, DATA, 2);
            Map<String, String> before = bits(scaled);
            NonFiniteException failure = assertThrows(NonFiniteException.class, () -> train(scaled, bad, 1));
            assertThat(failure.layer()).isEqualTo("input");
            assertThat(failure.step()).isEqualTo(3);
            assertThat(failure).hasMessageThat().contains("row 5 ");
            assertThat(bits(scaled)).isEqualTo(before);
            assertThat(scaled.state().step()).isEqualTo(2);
            assertThat(scaled.training().lossScale()).isEqualTo(LossScale.INITIAL);
            assertThat(train(scaled, DATA, 2)).isEqualTo(train(plain, DATA, 2));
            assertThat(bits(scaled)).isEqualTo(bits(plain));
        }
    }
}
