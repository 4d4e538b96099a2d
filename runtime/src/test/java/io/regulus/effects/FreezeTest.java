package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Values.squares;

import io.regulus.data.Dataset;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import org.junit.jupiter.api.Test;

/** A frozen layer stays as it is, whatever the other ones do. */
class FreezeTest {
    @Test
    void nothingOfTheLayerChangesAndTheOnesAroundItDo() {
        Dataset batch = Samples.valued(16, 4, 2, 3);
        try (NoiseModels_FrozenModel model = NoiseModels_FrozenModel.create()) {
            Weights set = model.weights().with("kept/mean", 0.5f, -1, 2).with("kept/variance", 2, 3, 0.5f);
            model.setWeights(set);
            for (int step = 0; step < 5; step++) {
                model.trainOnBatch(batch);
            }
            Weights after = model.weights();
            for (String name : set.names()) {
                if (name.startsWith("kept/")) {
                    assertThat(after.get(name)).isEqualTo(set.get(name));
                } else {
                    assertThat(after.get(name)).isNotEqualTo(set.get(name));
                }
            }
        }
    }

    @Test
    void thePenaltyOfTheClassLeavesItOut() {
        try (NoiseModels_FrozenModel model = NoiseModels_FrozenModel.create()) {
            Weights weights = model.weights();
            double expected = 0.01 * (squares(weights.get("first/kernel")) + squares(weights.get("out/kernel")));
            assertThat(model.trainOnBatch(Samples.valued(16, 4, 2, 3)).penalty())
                    .isWithin(1e-6)
                    .of(expected);
        }
    }

    @Test
    void itsDropoutStaysOn() {
        Dataset batch = Samples.valued(16, 4, 2, 3);
        try (NoiseModels_FrozenModel model = NoiseModels_FrozenModel.create()) {
            double inference = model.evaluate(batch).loss();
            assertThat(model.trainOnBatch(batch).loss()).isNotWithin(1e-3).of(inference);
        }
    }

    @Test
    void theSummarySaysSo() {
        try (NoiseModels_FrozenModel model = NoiseModels_FrozenModel.create()) {
            assertThat(model.summary()).contains("frozen");
            assertThat(model.summary()).contains("trained parameters: 23, frozen parameters: 15, moving statistics: 6");
        }
    }
}
