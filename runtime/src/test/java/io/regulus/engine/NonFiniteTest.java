package io.regulus.engine;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Failures.assertFails;
import static io.regulus.testing.Values.bits;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.annotations.MonitorMode;
import io.regulus.data.Dataset;
import io.regulus.data.Order;
import io.regulus.model.Model;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.train.Callback;
import io.regulus.train.EarlyStopping;
import io.regulus.train.Fit;
import io.regulus.train.History;
import io.regulus.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step that meets a NaN or an infinite number changes nothing, and says where it stands. */
class NonFiniteTest {
    private static final Dataset GOOD = Samples.valued(8, 3, 2, 1);

    /** A trained model, so that slots and statistics hold something. */
    private static EngineModels_DeepModel trained() {
        EngineModels_DeepModel model = EngineModels_DeepModel.create();
        model.trainOnBatch(GOOD);
        model.trainOnBatch(GOOD);
        return model;
    }

    /** The next step fails and leaves every variable as it was; a step on good data, at these weights, still works. */
    private static NonFiniteException assertStepFails(Model model, Dataset bad) {
        SavedState before = SavedState.of(model);
        NonFiniteException failure = assertThrows(NonFiniteException.class, () -> model.trainOnBatch(bad));
        before.assertStateOf(model);
        assertThat(failure.step()).isEqualTo(model.steps() + 1);
        assertThat(failure).hasMessageThat().contains("in step " + failure.step());
        assertThat(failure).hasMessageThat().contains("weights of the step before are kept");
        return failure;
    }

    private static void assertStillTrains(Model model, Dataset good) {
        long steps = model.steps();
        SavedState before = SavedState.of(model);
        assertThat(Double.isFinite(model.trainOnBatch(good).loss())).isTrue();
        assertThat(model.steps()).isEqualTo(steps + 1);
        before.assertNotStateOf(model);
    }

    /** Datasets refuse such values; one can still come in through the array that ofFlat keeps. */
    private static Dataset withFeature(float bad, int row, int column) {
        float[] flat = Samples.normal(24, 3);
        Dataset data = Dataset.ofFlat(flat, 3).withValues(Samples.normal(16, 4), 2);
        flat[3 * row + column] = bad;
        return data;
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aBadFeatureIsFoundInItsRow(float bad) {
        try (EngineModels_DeepModel model = trained()) {
            NonFiniteException failure = assertStepFails(model, withFeature(bad, 5, 2));
            assertThat(failure.layer()).isEqualTo("input");
            assertThat(failure).hasMessageThat().contains("row 5 ");
            assertStillTrains(model, GOOD);
        }
    }

    @Test
    void aBadTargetIsFoundInItsRow() {
        try (Engine engine = Engine.of(
                        new EngineModels_DeepTraining(EngineModels_DeepHyperparameters.defaults()),
                        Settings.defaults());
                BatchBuffer batch = engine.buffer(GOOD, 8)) {
            batch.loadFeatures(GOOD, Order.sequential(8), 0);
            batch.loadTargets(GOOD, Order.sequential(8), 0);
            engine.training().train(batch);
            Map<String, String> before = bits(engine);
            ((TensorColumn.Floats) batch.target(0)).array()[2 * 6 + 1] = Float.NaN;
            batch.target(0).flush();
            NonFiniteException failure = assertThrows(
                    NonFiniteException.class, () -> engine.training().train(batch));
            assertThat(failure.layer()).isEqualTo("target");
            assertThat(failure.step()).isEqualTo(2);
            assertThat(failure).hasMessageThat().contains("row 6 ");
            assertThat(bits(engine)).isEqualTo(before);
            assertThat(engine.state().step()).isEqualTo(1);
            batch.loadTargets(GOOD, Order.sequential(8), 0);
            engine.training().train(batch);
            assertThat(engine.state().step()).isEqualTo(2);
        }
    }

    @Test
    void aTargetWhoseErrorOverflowsIsALossThatIsNotFinite() {
        try (EngineModels_DeepModel model = trained()) {
            float[] targets = Samples.normal(16, 4);
            targets[3] = 1e30f;
            NonFiniteException failure = assertStepFails(model, GOOD.withValues(targets, 2));
            assertThat(failure.layer()).isEqualTo("loss");
            assertStillTrains(model, GOOD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "second", "third", "fourth"})
    void anInfiniteWeightNamesItsLayer(String layer) {
        try (EngineModels_DeepModel model = trained()) {
            for (float bad : new float[] {Float.POSITIVE_INFINITY, Float.NaN}) {
                io.regulus.model.Weights good = model.weights();
                float[] kernel = good.get(layer + "/kernel");
                kernel[1] = bad;
                model.setWeights(good.with(layer + "/kernel", kernel));
                NonFiniteException failure = assertStepFails(model, GOOD);
                assertThat(failure.layer()).isEqualTo(layer);
                assertThat(failure)
                        .hasMessageThat()
                        .contains("'" + layer + "/kernel' holds NaN or infinite values already before the step");
                assertThat(failure).hasMessageThat().contains("Set the weights anew");
                model.setWeights(good);
                assertStillTrains(model, GOOD);
            }
        }
    }

    /** Output 1, target 1e14: the error of the output is finite, times an input of 1e25 it is not. */
    @Test
    void anInfiniteGradientNamesItsLayerInABlock() {
        try (EngineModels_NestedModel model = EngineModels_NestedModel.create()) {
            model.setWeights(model.weights()
                    .with("part/inner/kernel", new float[] {1e-25f})
                    .with("out/kernel", new float[] {1}));
            Dataset far = Dataset.ofFlat(new float[] {1e25f}, 1, new float[] {1e14f});
            NonFiniteException failure = assertStepFails(model, far);
            assertThat(failure).hasMessageThat().contains("the gradient of 'part/inner/kernel'");
            assertThat(failure.layer()).isEqualTo("part/inner");
        }
    }

    /** What stopping early restores is of a fit that ends well: here the message says that the last step's weights are kept. */
    @Test
    void aFitThatFailsKeepsTheLastStep() {
        try (EngineModels_DeepModel model = EngineModels_DeepModel.create()) {
            float[] features = Samples.normal(24, 3);
            Dataset data = Dataset.ofFlat(features, 3).withValues(Samples.normal(16, 4), 2);
            List<SavedState> states = new ArrayList<>();
            Callback spoiling = new Callback() {
                @Override
                public void onEpochStart(TrainingRun run, int epoch) {
                    if (epoch == 3) {
                        states.add(SavedState.of(model));
                        features[4] = Float.NaN;
                    }
                }
            };
            // the loss falls: by this rule the first epoch is the best
            EarlyStopping first = EarlyStopping.patience(9).monitor("loss").mode(MonitorMode.MAX);
            Fit fit = Fit.epochs(5)
                    .batchSize(8)
                    .callback(first)
                    .callback(spoiling)
                    .verbose(false);
            assertFails(NonFiniteException.class, () -> model.fit(data, fit), "weights of the step before are kept");
            assertThat(first.bestEpoch()).hasValue(1);
            states.get(0).assertStateOf(model);
        }
    }

    @Test
    void anExplodingRateIsStoppedAndTheWeightsBeforeAreFinite() {
        try (EngineModels_DeepModel deep = trained();
                EngineModels_ImageModel image = EngineModels_ImageModel.create()) {
            assertExplodes(deep, GOOD, List.of("first", "second", "third", "fourth"));
            assertExplodes(image, Samples.valued(8, 9, 2, 1), List.of("conv", "flat", "out", "loss"));
        }
    }

    private static void assertExplodes(Model model, Dataset data, List<String> layers) {
        io.regulus.model.Weights good = model.weights();
        double rate = model.learningRate();
        model.setLearningRate(1e18);
        NonFiniteException failure = null;
        for (int step = 0; step < 20 && failure == null; step++) {
            SavedState before = SavedState.of(model);
            try {
                model.trainOnBatch(data);
            } catch (NonFiniteException expected) {
                failure = expected;
                before.assertStateOf(model);
            }
            for (String name : model.weights().names()) {
                float[] values = model.weights().get(name);
                assertWithMessage(name + " is finite after step " + model.steps())
                        .that(IntStream.range(0, values.length).allMatch(i -> Float.isFinite(values[i])))
                        .isTrue();
            }
        }
        assertWithMessage("failure within 20 steps").that(failure).isNotNull();
        assertThat(failure.step()).isEqualTo(model.steps() + 1);
        assertThat(layers).contains(failure.layer());
        model.setLearningRate(rate);
        model.setWeights(good);
        assertStillTrains(model, data);
    }

    @Test
    void aFitThatFailsTellsItsCallbacksAndCanGoOn() {
        List<String> entries = new ArrayList<>();
        try (EngineModels_DeepModel model = EngineModels_DeepModel.create()) {
            Fit fit = Fit.epochs(3).batchSize(3).shuffle(false).verbose(false);
            Dataset bad = withFeature(Float.NaN, 4, 0);
            NonFiniteException failure = assertFails(
                    NonFiniteException.class,
                    () -> model.fit(bad, fit.callback(new Callback() {
                        @Override
                        public void onFitEnd(TrainingRun run, History history) {
                            entries.add("ended after " + history.epochs().size());
                        }
                    })),
                    "step 2",
                    "row 1 of the batch");
            assertThat(failure.step()).isEqualTo(2);
            assertThat(model.steps()).isEqualTo(1);
            assertThat(entries).containsExactly("ended after 0");
            model.fit(GOOD, fit);
            assertThat(model.steps()).isEqualTo(10);
        }
    }

    @Test
    void aGradientWhoseNormOverflowsIsNotCalledInfinite() {
        // loss and gradient are those of one feature, 1e20: finite both
        try (EngineModels_AbsoluteModel model = EngineModels_AbsoluteModel.create()) {
            Dataset large = Dataset.of(new float[][] {{1e20f, 1, 1}}, new float[] {0});
            NonFiniteException failure = assertStepFails(model, large);
            assertThat(failure.layer()).isEqualTo("loss");
            assertThat(failure).hasMessageThat().contains("norm");
        }
    }
}
