package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.annotations.ActivationFunction.TANH;
import static io.regulus.testing.Values.flat;

import io.regulus.annotations.Adam;
import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MovingAverage;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.StochasticWeightAveraging;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.train.Callback;
import io.regulus.train.EarlyStopping;
import io.regulus.train.EpochResult;
import io.regulus.train.Fit;
import io.regulus.train.StepResult;
import io.regulus.train.TrainingRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Moving averages of weights: their formula, who uses them, and that they last. */
class MovingAverageTest {
    private static final Dataset DATA = Samples.valued(24, 3, 2, 5);
    private static final String[] NAMES = {
        "first/kernel",
        "first/bias",
        "norm/kernel",
        "norm/scale",
        "norm/shift",
        "norm/mean",
        "norm/variance",
        "out/kernel",
        "out/bias"
    };

    @TempDir
    Path folder;

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Adam(learningRate = 0.05)
    @MovingAverage(decay = 0.7)
    abstract static class Averaged {
        @Dense(units = 4, activation = TANH)
        @Dropout(p = 0.4)
        Layer first;

        @Dense(units = 4, activation = TANH)
        @BatchNorm(momentum = 0.8)
        Layer norm;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Adam(learningRate = 0.05)
    @MovingAverage(decay = 0.7, refreshStatistics = true)
    abstract static class Refreshed {
        @Dense(units = 4, activation = TANH)
        @Dropout(p = 0.4)
        Layer first;

        @Dense(units = 4, activation = TANH)
        @BatchNorm(momentum = 0.8)
        Layer norm;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Adam(learningRate = 0.05)
    @StochasticWeightAveraging(startEpoch = 2, everyEpochs = 2)
    abstract static class Means {
        @Dense(units = 4, activation = TANH)
        @Dropout(p = 0.4)
        Layer first;

        @Dense(units = 4, activation = TANH)
        @BatchNorm(momentum = 0.8)
        Layer norm;

        @Dense(units = 2)
        Layer out;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Adam(learningRate = 0.05)
    abstract static class Plain {
        @Dense(units = 4, activation = TANH)
        @Dropout(p = 0.4)
        Layer first;

        @Dense(units = 4, activation = TANH)
        @BatchNorm(momentum = 0.8)
        Layer norm;

        @Dense(units = 2)
        Layer out;
    }

    private static Fit epochs(int number) {
        return Fit.epochs(number).batchSize(8).verbose(false);
    }

    private static void assertSame(Weights actual, Weights expected) {
        for (String name : NAMES) {
            assertWithMessage(name).that(actual.get(name)).isEqualTo(expected.get(name));
        }
    }

    @Test
    void everyWeightAndStatisticIsAveraged() {
        try (MovingAverageTest_AveragedModel model = MovingAverageTest_AveragedModel.create()) {
            Weights expected = model.weights();
            assertThat(model.weights().names()).containsExactlyElementsIn(NAMES);
            assertSame(model.inferenceWeights(), expected);
            for (int step = 0; step < 6; step++) {
                model.trainOnBatch(DATA);
                Weights weights = model.weights();
                for (String name : NAMES) {
                    float[] average = expected.get(name);
                    for (int i = 0; i < average.length; i++) {
                        average[i] = (float) (0.7 * average[i] + (1 - 0.7) * weights.get(name)[i]);
                    }
                    expected = expected.with(name, average);
                    assertWithMessage(name + " after step " + step)
                            .that(model.inferenceWeights().get(name))
                            .usingTolerance(2e-6)
                            .containsExactly(average)
                            .inOrder();
                    assertThat(weights.get(name)).isNotEqualTo(average);
                }
            }
        }
    }

    @Test
    void trainingGoesOnWithTheWeightsThemselves() {
        try (MovingAverageTest_AveragedModel averaged = MovingAverageTest_AveragedModel.create();
                MovingAverageTest_PlainModel plain = MovingAverageTest_PlainModel.create()) {
            averaged.fit(DATA, epochs(2));
            plain.fit(DATA, epochs(2));
            assertSame(averaged.weights(), plain.weights());
            assertThat(averaged.layers().first().kernel().values())
                    .isEqualTo(plain.weights().get("first/kernel"));
            assertSame(plain.inferenceWeights(), plain.weights());
        }
    }

    @Test
    void whateverIsNotTrainingUsesTheAverages() {
        try (MovingAverageTest_AveragedModel averaged = MovingAverageTest_AveragedModel.create();
                MovingAverageTest_PlainModel plain = MovingAverageTest_PlainModel.create()) {
            averaged.fit(DATA, epochs(2));
            plain.setWeights(averaged.weights());
            assertThat(flat(plain.predict(DATA))).isNotEqualTo(flat(averaged.predict(DATA)));
            plain.setWeights(averaged.inferenceWeights());
            assertThat(flat(plain.predict(DATA))).isEqualTo(flat(averaged.predict(DATA)));
            assertThat(plain.evaluate(DATA).loss())
                    .isEqualTo(averaged.evaluate(DATA).loss());
            averaged.exportSavedModel(folder.resolve("export"));
            float[] rows = Samples.normal(15, 4);
            assertThat(served(rows)).isEqualTo(flat(plain.predict(Dataset.ofFlat(rows, 3))));
        }
    }

    private float[] served(float[] rows) {
        try (SavedModelBundle bundle =
                        SavedModelBundle.load(folder.resolve("export").toString(), "serve");
                Tensor fed = TFloat32.tensorOf(Shape.of(rows.length / 3, 3), DataBuffers.of(rows));
                Result result = bundle.function("serving_default").call(Map.of("input", fed))) {
            float[] values = new float[rows.length / 3 * 2];
            result.get("predictions")
                    .orElseThrow()
                    .asRawTensor()
                    .data()
                    .asFloats()
                    .read(values);
            return values;
        }
    }

    @Test
    void aResumedRunAveragesTheSameBits() {
        try (MovingAverageTest_AveragedModel straight = MovingAverageTest_AveragedModel.create();
                MovingAverageTest_AveragedModel half = MovingAverageTest_AveragedModel.create()) {
            straight.fit(DATA, epochs(4));
            half.fit(DATA, epochs(2));
            half.save(folder.resolve("half"));
            try (MovingAverageTest_AveragedModel resumed =
                    MovingAverageTest_AveragedModel.load(folder.resolve("half"))) {
                assertSame(resumed.inferenceWeights(), half.inferenceWeights());
                resumed.fit(DATA, epochs(4).initialEpoch(2));
                SavedState.of(straight).assertStateOf(resumed);
                assertSame(resumed.inferenceWeights(), straight.inferenceWeights());
            }
        }
    }

    @Test
    void theAverageOfAWeightThatIsSetStartsAnew() {
        try (MovingAverageTest_AveragedModel model = MovingAverageTest_AveragedModel.create()) {
            model.fit(DATA, epochs(1));
            Weights before = model.inferenceWeights();
            float[] set = Samples.normal(12, 8);
            model.layers().first().kernel().set(set);
            assertThat(model.inferenceWeights().get("first/kernel")).isEqualTo(set);
            assertThat(model.weights().get("first/kernel")).isEqualTo(set);
            assertThat(model.inferenceWeights().get("out/kernel")).isEqualTo(before.get("out/kernel"));
        }
    }

    @Test
    void aDecayOfZeroIsTheWeightItself() {
        try (MovingAverageTest_AveragedModel model =
                MovingAverageTest_AveragedModel.create(MovingAverageTest_AveragedHyperparameters.defaults()
                        .withMovingAverage(average -> average.withDecay(0)))) {
            model.fit(DATA, epochs(2));
            for (String name : NAMES) {
                assertThat(model.inferenceWeights().get(name))
                        .usingTolerance(1e-6)
                        .containsExactly(model.weights().get(name))
                        .inOrder();
            }
        }
    }

    /** The metric is that of the averages, so they are what comes back. */
    @Test
    void theBestAveragesAreRestored() {
        try (MovingAverageTest_AveragedModel model = MovingAverageTest_AveragedModel.create()) {
            List<Weights> averages = new ArrayList<>();
            EarlyStopping stopping = EarlyStopping.patience(2).monitor("val_loss");
            Callback keep = new Callback() {
                @Override
                public void onEpochEnd(TrainingRun run, EpochResult epoch) {
                    averages.add(model.inferenceWeights());
                }
            };
            Dataset other = Samples.valued(24, 3, 2, 11);
            model.fit(DATA, epochs(8).validateOn(other).callback(keep).callback(stopping));
            Weights best = averages.get(stopping.bestEpoch().orElseThrow() - 1);
            assertSame(model.inferenceWeights(), best);
        }
    }

    @Test
    void theSummaryCountsTheAverages() {
        try (Model model = MovingAverageTest_AveragedModel.create()) {
            assertThat(model.summary()).contains("trained parameters: 50, moving statistics: 8, moving averages: 58");
            assertThat(model.summary()).contains("movingAverage(decay = 0.7)");
        }
    }

    /** The mean over batches of the batches' mean and biased variance, of the averaged weights, nothing dropped. */
    @Test
    void statisticsAreRefreshedWhenAFitEnds() {
        try (MovingAverageTest_RefreshedModel refreshed = MovingAverageTest_RefreshedModel.create();
                MovingAverageTest_AveragedModel averaged = MovingAverageTest_AveragedModel.create()) {
            Fit fit = epochs(2).shuffle(false);
            AtomicInteger forward = new AtomicInteger();
            refreshed.fit(DATA, fit.validateOn(DATA).callback(new Callback() {
                @Override
                public void onForwardBatch(TrainingRun run) {
                    forward.incrementAndGet();
                }
            }));
            // a batch in each of two validations, three of the statistics
            assertThat(forward.get()).isEqualTo(2 + 3);
            averaged.fit(DATA, fit);
            assertSame(refreshed.weights(), averaged.weights());
            assertRefreshed(refreshed.inferenceWeights());
            Weights weights = refreshed.inferenceWeights();
            for (String name : NAMES) {
                boolean statistic = name.endsWith("mean") || name.endsWith("variance");
                if (statistic) {
                    assertThat(weights.get(name))
                            .isNotEqualTo(averaged.inferenceWeights().get(name));
                } else {
                    assertThat(weights.get(name))
                            .isEqualTo(averaged.inferenceWeights().get(name));
                }
            }
        }
    }

    /** Of the batches in their order. */
    private static void assertRefreshed(Weights weights) {
        double[] mean = new double[4];
        double[] variance = new double[4];
        for (int batch = 0; batch < 3; batch++) {
            double[][] values = normInputs(weights, DATA.range(8 * batch, 8 * batch + 8));
            for (int unit = 0; unit < 4; unit++) {
                double sum = 0;
                double squares = 0;
                for (double[] row : values) {
                    sum += row[unit] / 8;
                    squares += row[unit] * row[unit] / 8;
                }
                mean[unit] += sum / 3;
                variance[unit] += (squares - sum * sum) / 3;
            }
        }
        for (int unit = 0; unit < 4; unit++) {
            assertThat((double) weights.get("norm/mean")[unit]).isWithin(1e-5).of(mean[unit]);
            assertThat((double) weights.get("norm/variance")[unit])
                    .isWithin(1e-5)
                    .of(variance[unit]);
        }
    }

    /** Nothing is averaged before epoch 4; then the weights of epochs 4, 6 and 8 count the same. */
    @Test
    void theEndsOfEpochsAreAveraged() {
        try (MovingAverageTest_MeansModel model = MovingAverageTest_MeansModel.create();
                MovingAverageTest_PlainModel plain = MovingAverageTest_PlainModel.create()) {
            List<Weights> ends = new ArrayList<>();
            List<Weights> means = new ArrayList<>();
            List<Double> validated = new ArrayList<>();
            Fit fit = epochs(8).shuffle(false);
            model.fit(DATA, fit.validateOn(DATA).callback(new Callback() {
                @Override
                public void onEpochEnd(TrainingRun run, EpochResult epoch) {
                    ends.add(model.weights());
                    means.add(model.inferenceWeights());
                    validated.add(epoch.validation().orElseThrow().loss());
                }
            }));
            for (int epoch = 1; epoch <= 4; epoch++) {
                assertSame(means.get(epoch - 1), ends.get(epoch - 1));
            }
            assertSame(means.get(4), means.get(3));
            assertSame(means.get(6), means.get(5));
            assertMean(means.get(5), ends.get(3), ends.get(5));
            assertMean(means.get(7), ends.get(3), ends.get(5), ends.get(7));
            plain.setWeights(means.get(7));
            assertThat(validated.get(7)).isEqualTo(plain.evaluate(DATA).loss());
            assertRefreshed(model.inferenceWeights());
            assertThat(model.inferenceWeights().get("norm/kernel"))
                    .isEqualTo(means.get(7).get("norm/kernel"));
            try (MovingAverageTest_PlainModel trained = MovingAverageTest_PlainModel.create()) {
                trained.fit(DATA, fit);
                assertSame(model.weights(), trained.weights());
            }
            assertThat(model.summary()).contains("moving averages: 58");
        }
    }

    private static void assertMean(Weights actual, Weights... ends) {
        for (String name : NAMES) {
            float[] mean = new float[actual.get(name).length];
            for (int i = 0; i < mean.length; i++) {
                double sum = 0;
                for (Weights end : ends) {
                    sum += end.get(name)[i];
                }
                mean[i] = (float) (sum / ends.length);
            }
            assertWithMessage(name)
                    .that(actual.get(name))
                    .usingTolerance(1e-6)
                    .containsExactly(mean)
                    .inOrder();
        }
    }

    /** The mean is of whole epochs: what one was stopped within is none of it. */
    @Test
    void anEpochThatIsStoppedIsNotAveraged() {
        try (MovingAverageTest_MeansModel model = MovingAverageTest_MeansModel.create()) {
            List<Weights> means = new ArrayList<>();
            model.fit(DATA, epochs(20).callback(new Callback() {
                @Override
                public void onStep(TrainingRun run, StepResult step) {
                    if (run.epoch() == 6 && run.step() == 1) {
                        run.stop();
                    }
                }

                @Override
                public void onEpochEnd(TrainingRun run, EpochResult epoch) {
                    means.add(model.inferenceWeights());
                }
            }));
            assertThat(means).hasSize(6);
            assertSame(means.get(5), means.get(3));
        }
    }

    /** Weights that were trained elsewhere are no mean of epochs, and one step is no epoch. */
    @Test
    void whatIsSetOrTrainedByStepsIsFollowedUntilAnEpochIsAveraged() {
        try (MovingAverageTest_MeansModel model = MovingAverageTest_MeansModel.create();
                MovingAverageTest_PlainModel plain = MovingAverageTest_PlainModel.create()) {
            model.trainOnBatch(DATA);
            assertSame(model.inferenceWeights(), model.weights());
            model.setWeights(plain.weights());
            assertSame(model.inferenceWeights(), plain.weights());
            List<Weights> ends = new ArrayList<>();
            List<Weights> means = new ArrayList<>();
            Callback watch = new Callback() {
                @Override
                public void onEpochEnd(TrainingRun run, EpochResult epoch) {
                    ends.add(model.weights());
                    means.add(model.inferenceWeights());
                }
            };
            model.fit(DATA, epochs(12).initialEpoch(9).callback(watch));
            assertSame(means.get(0), ends.get(0));
            assertMean(means.get(2), ends.get(0), ends.get(2));
            model.trainOnBatch(DATA);
            assertThat(model.inferenceWeights().get("norm/kernel"))
                    .isEqualTo(means.get(2).get("norm/kernel"));
            model.setWeights(plain.weights());
            assertSame(model.inferenceWeights(), plain.weights());
        }
    }

    /** A fit that ended has refreshed the statistics of the means, which the next epoch averages on: all else is the same bits. */
    @Test
    void aResumedRunAveragesTheSameEpochs() {
        try (MovingAverageTest_MeansModel straight = MovingAverageTest_MeansModel.create();
                MovingAverageTest_MeansModel half = MovingAverageTest_MeansModel.create()) {
            straight.fit(DATA, epochs(8));
            half.fit(DATA, epochs(5));
            half.save(folder.resolve("half"));
            try (MovingAverageTest_MeansModel resumed = MovingAverageTest_MeansModel.load(folder.resolve("half"))) {
                resumed.fit(DATA, epochs(8).initialEpoch(5));
                assertSame(resumed.weights(), straight.weights());
                // and those of the means are refreshed at the end
                assertSame(resumed.inferenceWeights(), straight.inferenceWeights());
            }
        }
    }

    /** What goes into the norm: tanh(x * first + bias) * kernel. */
    private static double[][] normInputs(Weights weights, Dataset rows) {
        double[][] hidden = product(rows, weights);
        double[][] inputs = new double[hidden.length][4];
        for (int row = 0; row < hidden.length; row++) {
            for (int unit = 0; unit < 4; unit++) {
                for (int i = 0; i < 4; i++) {
                    inputs[row][unit] += hidden[row][i] * weights.get("norm/kernel")[4 * i + unit];
                }
            }
        }
        return inputs;
    }

    private static double[][] product(Dataset rows, Weights weights) {
        double[][] hidden = new double[rows.size()][4];
        for (int row = 0; row < hidden.length; row++) {
            float[] features = rows.row(row);
            for (int unit = 0; unit < 4; unit++) {
                double sum = weights.get("first/bias")[unit];
                for (int i = 0; i < 3; i++) {
                    sum += (double) features[i] * weights.get("first/kernel")[4 * i + unit];
                }
                hidden[row][unit] = Math.tanh(sum);
            }
        }
        return hidden;
    }
}
