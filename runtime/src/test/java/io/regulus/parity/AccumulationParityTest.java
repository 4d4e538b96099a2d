package io.regulus.parity;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.train.EpochResult;
import io.regulus.train.Fit;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A step of three batches, the last of them smaller, walks the way that the float64 reference walks with all of their rows at once. */
class AccumulationParityTest {
    private static final double TOLERANCE = 1e-5;
    private static final int PARTS = 3;

    static Stream<Arguments> cases() {
        return Stream.of(
                of("clip_global_norm", AccumulationModels_ClippedModel::create),
                of("dense_nadam", AccumulationModels_OfNadamModel::create),
                of("embedding_adam", AccumulationModels_OfRowsModel::create));
    }

    private static Arguments of(String name, Supplier<Model> create) {
        return Arguments.of(name, create);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void walksTheReferencesWay(String name, Supplier<Model> create) {
        ParityFixture fixture = ParityFixture.read(name);
        List<Dataset> batches = fixture.batches();
        assertThat(batches).hasSize(25);
        try (Model model = create.get()) {
            fixture.start(model);
            for (int step = 0; step < batches.size(); step++) {
                int part = (batches.get(step).size() + PARTS - 1) / PARTS;
                assertThat(batches.get(step).size() % part).isNotEqualTo(0);
                EpochResult epoch = model.fit(
                                batches.get(step),
                                Fit.epochs(1).batchSize(part).shuffle(false).verbose(false))
                        .epochs()
                        .get(0);
                assertThat(epoch.steps()).isEqualTo(1);
                double loss = fixture.floats("loss")[step];
                assertWithMessage("loss of step " + step)
                        .that(epoch.training().loss())
                        .isWithin(TOLERANCE * loss)
                        .of(loss);
            }
            assertThat(model.steps()).isEqualTo(25);
            for (String weight : fixture.weights()) {
                float[] expected = fixture.floats("end/" + weight);
                float[] found = model.weights().get(weight);
                double apart = 0;
                double norm = 0;
                for (int i = 0; i < expected.length; i++) {
                    apart += Math.pow((double) found[i] - expected[i], 2);
                    norm += Math.pow(expected[i], 2);
                }
                assertWithMessage(weight).that(Math.sqrt(apart / norm)).isAtMost(TOLERANCE);
            }
        }
    }
}
