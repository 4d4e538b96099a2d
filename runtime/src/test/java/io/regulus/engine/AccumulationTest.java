package io.regulus.engine;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Values.bits;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.data.Dataset;
import io.regulus.data.Order;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.train.Callback;
import io.regulus.train.Fit;
import io.regulus.train.History;
import io.regulus.train.StepResult;
import io.regulus.train.TrainingRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Steps of several batches, beside steps of one batch of as many rows. */
class AccumulationTest {
    private static final int PART = 5;
    private static final int BATCHES = 4;

    /** Of a whole step and a last one of three batches, of which the last has two rows: 20 + 12. */
    private static final int ROWS = 32;

    private static final int EPOCHS = 15;

    private static Dataset data() {
        Random random = new Random(3);
        int[][] words = new int[ROWS][3];
        int[][] others = new int[ROWS][3];
        float[] weights = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            words[row] = random.ints(3, 0, 30).toArray();
            others[row] = random.ints(3, 0, 30).toArray();
            weights[row] = 2 * random.nextFloat();
        }
        return Dataset.builder()
                .input("words", words)
                .input("others", others)
                .labels("kind", Samples.labels(ROWS, 3, 1))
                .values("size", Samples.rows(ROWS, 2, 2))
                .build()
                .withRowWeights(weights);
    }

    /** What callbacks are told. */
    private static final class Told implements Callback {
        private final List<StepResult> steps = new ArrayList<>();
        private final List<Double> rates = new ArrayList<>();
        private int perEpoch;

        @Override
        public boolean watchesGradients() {
            return true;
        }

        @Override
        public void onStep(TrainingRun run, StepResult step) {
            steps.add(step);
            rates.add(run.stepLearningRate());
            perEpoch = run.stepsPerEpoch();
        }
    }

    @Test
    void itIsTrainingWithTheLargerBatch() {
        Told ofParts = new Told();
        Told ofWhole = new Told();
        try (Model parts = AccumulationModels_PartsModel.create();
                Model whole = AccumulationModels_WholeModel.create()) {
            History found = parts.fit(
                    data(),
                    Fit.epochs(EPOCHS).batchSize(PART).seed(4).verbose(false).callback(ofParts));
            History expected = whole.fit(
                    data(),
                    Fit.epochs(EPOCHS)
                            .batchSize(PART * BATCHES)
                            .seed(4)
                            .verbose(false)
                            .callback(ofWhole));
            assertThat(parts.steps()).isEqualTo(2 * EPOCHS);
            assertThat(ofParts.perEpoch).isEqualTo(2);
            assertThat(ofParts.rates).isEqualTo(ofWhole.rates);
            assertThat(ofParts.rates.get(0)).isGreaterThan(ofParts.rates.get(10));
            for (int step = 0; step < 2 * EPOCHS; step++) {
                StepResult one = ofParts.steps.get(step);
                StepResult other = ofWhole.steps.get(step);
                assertThat(one.step()).isEqualTo(other.step());
                assertClose("loss of step " + step, one.loss(), other.loss());
                assertClose("norm of step " + step, one.gradientNorm(), other.gradientNorm());
            }
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                assertThat(found.epochs().get(epoch).steps()).isEqualTo(2);
                assertClose(
                        "loss of an epoch",
                        found.epochs().get(epoch).training().loss(),
                        expected.epochs().get(epoch).training().loss());
                assertClose(
                        "penalty of an epoch",
                        found.epochs().get(epoch).training().penalty(),
                        expected.epochs().get(epoch).training().penalty());
            }
            assertAlike(parts.weights(), whole.weights());
            assertAlike(parts.inferenceWeights(), whole.inferenceWeights());
            assertThat(parts.summary()).contains("gradientAccumulation");
            assertThat(parts.summary()).contains("a step takes 4 batches\n");
            assertThat(whole.summary()).doesNotContain("a step takes");
        }
    }

    private static void assertAlike(Weights found, Weights expected) {
        for (String name : expected.names()) {
            float[] values = expected.get(name);
            for (int i = 0; i < values.length; i++) {
                assertWithMessage(name).that(found.get(name)[i]).isWithin(3e-5f).of(values[i]);
            }
        }
    }

    private static void assertClose(String what, double found, double expected) {
        assertWithMessage(what).that(found).isWithin(2e-5 * expected).of(expected);
    }

    @Test
    void trainOnBatchIsAStepOfItsBatch() {
        try (Model parts = AccumulationModels_PartsModel.create();
                Model whole = AccumulationModels_WholeModel.create()) {
            for (int step = 0; step < 5; step++) {
                assertThat(parts.trainOnBatch(data()).loss())
                        .isWithin(1e-5)
                        .of(whole.trainOnBatch(data()).loss());
            }
            assertThat(parts.steps()).isEqualTo(5);
            assertAlike(parts.weights(), whole.weights());
            assertThat(parts.trainOnBatch(data()).penalty())
                    .isWithin(1e-5)
                    .of(whole.trainOnBatch(data()).penalty());
        }
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        Dataset rows = Samples.valued(40, 4, 2, 1);
        Fit fit = Fit.epochs(3).batchSize(4).verbose(false);
        try (Model one = AccumulationModels_DrawnModel.create();
                Model other = AccumulationModels_DrawnModel.create();
                Model unlike = AccumulationModels_DrawnModel.create(
                        Settings.defaults().withSeed(Settings.defaults().seed() + 1))) {
            one.fit(rows, fit);
            other.fit(rows, fit);
            unlike.fit(rows, fit);
            SavedState.of(one).assertStateOf(other);
            SavedState.of(one).assertNotStateOf(unlike);
        }
    }

    private static Engine engine(NetworkPlan plan, Devices devices) {
        Natives.load();
        Settings settings = Settings.defaults().withKernels(false);
        return Engine.build(plan, settings, Threads.of(settings, plan), devices);
    }

    private static Engine drawn() {
        return engine(
                new AccumulationModels_DrawnTraining(AccumulationModels_DrawnHyperparameters.defaults()),
                Devices.CPU_ONLY);
    }

    private static BatchBuffer loaded(Engine engine, Dataset data) {
        BatchBuffer batch = engine.buffer(data, data.size());
        batch.load(data, Order.sequential(data.size()), 0);
        return batch;
    }

    @Test
    void everyBatchHasMasksOfItsOwn() {
        try (Engine engine = drawn();
                BatchBuffer batch = loaded(engine, Samples.valued(8, 4, 2, 1))) {
            List<List<Float>> outputs = new ArrayList<>();
            for (int step = 0; step < 2; step++) {
                for (int number = 0; number < 3; number++) {
                    engine.training().takeIn(batch, number);
                    List<Float> given = new ArrayList<>();
                    for (float value : batch.outputs(0)) {
                        given.add(value);
                    }
                    assertThat(outputs).doesNotContain(given);
                    outputs.add(given);
                }
                engine.state().writeVariables(weights(engine, engine.training()::update));
            }
            // not for the weights: a batch that is taken in once more draws the same
            engine.training().takeIn(batch, 0);
            float[] once = batch.outputs(0).clone();
            engine.training().takeIn(batch, 0);
            assertThat(batch.outputs(0)).isEqualTo(once);
        }
    }

    /** The weights as they are before something is done. */
    private static Map<String, byte[]> weights(Engine engine, Runnable then) {
        Map<String, byte[]> before = engine.state().readVariables(engine.state().weightNames());
        then.run();
        return before;
    }

    @Test
    void statisticsFollowEveryBatchAndWeightsEveryStep() {
        float[][] first = Samples.rows(6, 4, 1);
        float[][] second = Samples.rows(9, 4, 2);
        try (Engine engine = drawn();
                BatchBuffer one = loaded(engine, Dataset.of(first, Samples.rows(6, 2, 3)));
                BatchBuffer two = loaded(engine, Dataset.of(second, Samples.rows(9, 2, 4)))) {
            byte[] kernel = value(engine, "hidden/kernel");
            double[] mean = new double[6];
            for (int unit = 0; unit < 6; unit++) {
                mean[unit] = 0.25 * mean(kernel, first, unit);
                mean[unit] += 0.25 * (mean(kernel, second, unit) - mean[unit]);
            }
            engine.training().takeIn(one, 0);
            engine.training().takeIn(two, 1);
            for (int unit = 0; unit < 6; unit++) {
                assertThat((double)
                                NetworkState.bytes(value(engine, "hidden/mean")).getFloat(unit * Float.BYTES))
                        .isWithin(1e-6)
                        .of(mean[unit]);
            }
            assertThat(value(engine, "hidden/kernel")).isEqualTo(kernel);
            assertThat(engine.state().step()).isEqualTo(0);
            byte[] statistic = value(engine, "hidden/mean");
            engine.training().update();
            assertThat(value(engine, "hidden/kernel")).isNotEqualTo(kernel);
            assertThat(value(engine, "hidden/mean")).isEqualTo(statistic);
            assertThat(engine.state().step()).isEqualTo(1);
        }
    }

    private static byte[] value(Engine engine, String name) {
        return engine.state().readVariables(List.of(name)).get(name);
    }

    private static double mean(byte[] kernel, float[][] rows, int unit) {
        double sum = 0;
        for (float[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                sum += (double) row[i] * NetworkState.bytes(kernel).getFloat((i * 6 + unit) * Float.BYTES);
            }
        }
        return sum / rows.length;
    }

    /** Four steps of three batches of four rows; a target of the fifth batch makes its loss infinite. */
    @Test
    void aStepWithABadBatchIsLeftOutAsAWhole() {
        float[][] rows = Samples.rows(48, 4, 1);
        float[][] targets = Samples.rows(48, 2, 2);
        float[][] bad = Arrays.stream(targets).map(float[]::clone).toArray(float[][]::new);
        bad[17][0] = 3e30f;
        List<NonFiniteException> failures = new ArrayList<>();
        Callback goingOn = new Callback() {
            @Override
            public boolean onStepFailed(TrainingRun run, NonFiniteException failure) {
                failures.add(failure);
                return true;
            }
        };
        Fit fit = Fit.epochs(1).batchSize(4).shuffle(false).verbose(false);
        try (Model model = AccumulationModels_DrawnModel.create();
                Model failing = AccumulationModels_DrawnModel.create();
                Model before = AccumulationModels_DrawnModel.create()) {
            before.fit(Dataset.of(rows, targets).range(0, 12), fit);
            assertThrows(NonFiniteException.class, () -> failing.fit(Dataset.of(rows, bad), fit));
            assertThat(failing.weights().get("hidden/kernel"))
                    .isEqualTo(before.weights().get("hidden/kernel"));
            assertThat(failing.steps()).isEqualTo(1);
            History history = model.fit(Dataset.of(rows, bad), fit.callback(goingOn));
            assertThat(failures).hasSize(1);
            assertThat(failures.get(0).step()).isEqualTo(2);
            assertThat(model.steps()).isEqualTo(3);
            assertThat(history.epochs().get(0).steps()).isEqualTo(4);
            for (float value : model.weights().get("out/kernel")) {
                assertThat(value).isWithin(100).of(0);
            }
        }
    }

    /** As in {@code ScaledLossTest}: the gradient overflows at the first scales. */
    @Test
    void aBatchThatOverflowsIsTakenInOnceAtALowerScale() {
        Dataset steep = Dataset.of(new float[][] {{1e-20f}}, new float[] {8e14f});
        Dataset mild = Dataset.of(new float[][] {{1e-20f}, {2e-20f}}, new float[] {3, 4});
        NetworkPlan steps = new AccumulationModels_SteepTraining(AccumulationModels_SteepHyperparameters.defaults());
        NetworkPlan mixed =
                new AccumulationModels_SteepMixedTraining(AccumulationModels_SteepMixedHyperparameters.defaults());
        try (Engine plain = engine(steps, Devices.CPU_ONLY);
                Engine scaled = engine(mixed, new Devices(List.of("/device:GPU:0")))) {
            for (Engine engine : List.of(plain, scaled)) {
                engine.state().writeVariables(Map.of("first/kernel", floatBytes(1), "out/kernel", floatBytes(1e20f)));
                try (BatchBuffer one = loaded(engine, mild);
                        BatchBuffer two = loaded(engine, steep)) {
                    engine.training().takeIn(one, 0);
                    engine.training().takeIn(two, 1);
                    engine.training().update();
                }
            }
            assertThat(scaled.training().lossScale()).isLessThan(LossScale.INITIAL);
            assertThat(bits(scaled)).isEqualTo(bits(plain));
            assertThat(NetworkState.bytes(value(scaled, "first/kernel")).getFloat())
                    .isGreaterThan(1.5f);
        }
    }

    private static byte[] floatBytes(float value) {
        byte[] bytes = new byte[Float.BYTES];
        NetworkState.bytes(bytes).putFloat(value);
        return bytes;
    }

    @Test
    void ofOneBatchItIsAStepAsAnyOther() {
        Engine one = engine(
                new AccumulationModels_OneTraining(AccumulationModels_OneHyperparameters.defaults()), Devices.CPU_ONLY);
        try (one;
                BatchBuffer batch = loaded(one, Samples.valued(8, 3, 2, 1))) {
            one.training().train(batch);
            assertThat(one.state().step()).isEqualTo(1);
            assertThrows(NoSuchElementException.class, () -> one.training().takeIn(batch, 0));
        }
    }
}
