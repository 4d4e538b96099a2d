package io.regulus.parity;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.regulus.engine.Device;
import io.regulus.engine.NetworkPlan;
import io.regulus.engine.Precision;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The networks of {@link ParityTest} in mixed precision, as if {@code @MixedPrecision} stood on each: they stay near the reference
 * in float64.
 */
class MixedParityTest {
    private static final Path CPU = Path.of("/proc/cpuinfo");

    /** Five roundings to the 8 bits of a bfloat16's mantissa, all in one direction. */
    private static final double OF_FIRST_STEP = 0.02;

    /** Of the mean over all steps, in which weights drift apart: a loss that jumps between batches makes much of little. */
    private static final double OF_ALL_STEPS = 0.03;

    static List<String> cases() {
        return ParityFixture.names();
    }

    @BeforeAll
    static void needsBfloat16() throws IOException {
        assumeTrue(
                Files.exists(CPU) && Files.readString(CPU).matches("(?s).*(avx512_bf16|amx_bf16).*"),
                "skipped: this CPU does not compute in bfloat16");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void staysNearTheReference(String name) throws ReflectiveOperationException {
        ParityFixture fixture = ParityFixture.read(name);
        float[] expected = fixture.floats("loss");
        List<Double> mixed = losses(fixture, Precision.MIXED, expected.length);
        assertThat(mixed.subList(0, 3)).isNotEqualTo(losses(fixture, Precision.FLOAT32, 3));
        double sum = 0;
        for (int step = 0; step < expected.length; step++) {
            sum += deviation(mixed.get(step), expected[step]);
        }
        assertWithMessage("loss of the first step, relative deviation")
                .that(deviation(mixed.get(0), expected[0]))
                .isAtMost(OF_FIRST_STEP);
        assertWithMessage("losses, mean relative deviation")
                .that(sum / expected.length)
                .isAtMost(OF_ALL_STEPS);
    }

    private static double deviation(double actual, double expected) {
        return Math.abs(actual / expected - 1);
    }

    private static List<Double> losses(ParityFixture fixture, Precision precision, int steps)
            throws ReflectiveOperationException {
        List<Double> losses = new ArrayList<>();
        try (Model model = new Computing(plan(fixture, precision))) {
            fixture.start(model);
            for (int step = 0; step < steps; step++) {
                losses.add(model.trainOnBatch(fixture.batches().get(step)).loss());
            }
        }
        return losses;
    }

    /** A model of any plan. */
    private static final class Computing extends Model {
        Computing(NetworkPlan plan) {
            super(plan, Settings.defaults().withDevice(Device.CPU));
        }
    }

    /** What is generated for the network of a fixture, in another precision. */
    private static NetworkPlan plan(ParityFixture fixture, Precision precision) throws ReflectiveOperationException {
        String stem = fixture.modelClass().replaceAll("Model$", "");
        Class<?> numbers = Class.forName(stem + "Hyperparameters");
        Object plan = Class.forName(stem + "Training")
                .getDeclaredConstructor(numbers)
                .newInstance(numbers.getMethod("defaults").invoke(null));
        return (NetworkPlan) Proxy.newProxyInstance(
                NetworkPlan.class.getClassLoader(),
                new Class<?>[] {NetworkPlan.class},
                (proxy, method, arguments) ->
                        method.getName().equals("precision") ? precision : method.invoke(plan, arguments));
    }
}
