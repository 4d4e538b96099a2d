package io.regulus.spark.worker;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.checkpoint.Checkpoints;
import io.regulus.data.Dataset;
import io.regulus.data.Lanes;
import io.regulus.engine.Settings;
import io.regulus.model.Weights;
import io.regulus.train.Callback;
import io.regulus.train.Ending;
import io.regulus.train.EpochResult;
import io.regulus.train.Fit;
import io.regulus.train.History;
import io.regulus.train.MagnitudePruning;
import io.regulus.train.StepResult;
import io.regulus.train.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a group does besides steps: goes on, fails as one, averages weights. */
final class GroupRunTest {
    private static final int BATCH = 12;
    private static final int ROWS = 12 * 5 + 4;
    private static final int EPOCHS = 3;

    @TempDir
    Path temporary;

    private record Outcome(History history, Weights weights) {}

    @Test
    void aRunGoesOnWithinAnEpochWithAnotherNumberOfProcessesAndEndsAsIfItHadNeverStopped() {
        Dataset rows = rows(ROWS, 1);
        Fit fit = fit();
        Outcome whole =
                LocalGroup.run(2, 0, settings -> fitted(settings, rows, fit)).get(0);

        Path folder = temporary.resolve("run");
        Callback stops = new Callback() {
            @Override
            public void onStep(TrainingRun run, StepResult step) {
                if (step.step() == 9) {
                    throw new IllegalStateException("out of power");
                }
            }
        };
        assertThrows(
                LocalGroup.GroupFailure.class,
                () -> LocalGroup.run(
                        2,
                        0,
                        settings -> fitted(settings, rows, fit.callback(stops).checkpoints(store(folder, settings)))));
        assertThat(folder.toFile().list()).asList().contains("step-000000000008");
        for (int rank = 1; rank < 3; rank++) {
            copy(folder, folder.resolveSibling("run-" + rank));
        }
        List<Outcome> later =
                LocalGroup.run(3, 0, settings -> fitted(settings, rows, fit.checkpoints(store(folder, settings))));
        for (Outcome one : later) {
            assertThat(one.history().epochs()).hasSize(EPOCHS);
            for (int i = 0; i < EPOCHS; i++) {
                EpochResult expected = whole.history().epochs().get(i);
                EpochResult found = one.history().epochs().get(i);
                assertThat(found.training().rows()).isEqualTo(ROWS);
                assertThat(found.training().loss())
                        .isWithin(1e-5)
                        .of(expected.training().loss());
                assertThat(found.training().metric("accuracy"))
                        .isWithin(1e-9)
                        .of(expected.training().metric("accuracy"));
            }
            assertClose(one.weights(), whole.weights(), 1e-4f);
        }
    }

    /** Each process in a folder of its own, as on machines of their own. */
    private static Checkpoints store(Path folder, Settings settings) {
        int rank = settings.group().orElseThrow().rank();
        Checkpoints own = Checkpoints.in(rank == 0 ? folder : folder.resolveSibling(folder.getFileName() + "-" + rank))
                .everySteps(4);
        return rank == 0 ? own : own.asFollower();
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void whereOneProcessStopsAllTrainTheEpochToItsEnd() {
        Path folder = temporary.resolve("stopped");
        List<History> found = LocalGroup.run(2, 0, settings -> {
            Callback one = new Callback() {
                @Override
                public void onStep(TrainingRun run, StepResult step) {
                    if (settings.group().orElseThrow().rank() == 1 && step.step() == 7) {
                        run.stop("enough");
                    }
                }
            };
            return fitted(settings, rows(ROWS, 1), fit().callback(one).checkpoints(store(folder, settings)))
                    .history();
        });
        for (History one : found) {
            assertThat(one.epochs()).hasSize(2);
            assertThat(one.epochs().get(1).training().rows()).isEqualTo(ROWS);
            assertThat(one.ending()).isEqualTo(new Ending(Ending.Kind.STOPPED, "enough"));
        }
    }

    @Test
    void onlyTheFirstProcessWritesCheckpoints() {
        Path folder = temporary.resolve("only");
        LocalGroup.run(2, 0, settings -> fitted(settings, rows(ROWS, 1), fit().checkpoints(store(folder, settings))));
        assertThat(folder.toFile().list()).asList().contains("step-000000000018-epoch-3");
        assertThat(folder.resolveSibling("only-1").toFile().list()).asList().containsExactly(".lock");
    }

    @Test
    void aStepThatFailsFailsInEveryProcessWithTheSameWords() {
        Dataset rows = rows(ROWS, 1);
        LocalGroup.GroupFailure failure = assertThrows(
                LocalGroup.GroupFailure.class,
                () -> LocalGroup.run(2, 0, settings -> {
                    try (GroupModels_PlainModel model = GroupModels_PlainModel.create(settings)) {
                        if (settings.group().orElseThrow().rank() == 1) {
                            // the weights of the first process hold: it would fail in the first step else
                            Weights weights = model.weights();
                            float[] kernel = weights.get("logits/kernel");
                            kernel[3] = Float.NaN;
                            model.setWeights(weights.with("logits/kernel", kernel));
                        }
                        return model.fit(own(settings, rows), fit().callback(new Callback() {
                            @Override
                            public void onStep(TrainingRun run, StepResult step) {
                                run.learningRate(3e38);
                            }
                        }));
                    }
                }));
        List<String> messages =
                Stream.of(failure.getSuppressed()).map(Throwable::getMessage).toList();
        assertThat(messages).hasSize(2);
        assertThat(messages.get(0)).isEqualTo(messages.get(1));
        assertThat(messages.get(0)).contains("training stopped in step 3");
    }

    @Test
    void averagedWeightsAreTheMeanOfWhatEachProcessMakesOfItsOwnRows() {
        Dataset rows = rows(ROWS, 1);
        int every = 3;
        List<Outcome> found = LocalGroup.run(2, every, settings -> fitted(settings, rows, fit()));
        Weights expected = averaged(rows, every);
        for (Outcome one : found) {
            assertClose(one.weights(), expected, 1e-6f);
        }
        Weights summed = LocalGroup.run(2, 0, settings -> fitted(settings, rows, fit()))
                .get(0)
                .weights();
        assertThat(summed.get("logits/kernel")).isNotEqualTo(expected.get("logits/kernel"));
    }

    /** The same by hand: plain SGD of two models on their own halves of the batches, their weights set to the mean. */
    private static Weights averaged(Dataset rows, int every) {
        Lanes lanes = Lanes.of(BATCH, 2, ROWS);
        try (GroupModels_PlainModel one = GroupModels_PlainModel.create();
                GroupModels_PlainModel other = GroupModels_PlainModel.create()) {
            List<GroupModels_PlainModel> models = List.of(one, other);
            int steps = 0;
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                for (int from = 0; from < ROWS; from += BATCH) {
                    int begin = from;
                    for (int rank = 0; rank < 2; rank++) {
                        int self = rank;
                        int[] own = IntStream.range(begin, Math.min(ROWS, begin + BATCH))
                                .filter(row -> lanes.rank(row) == self)
                                .toArray();
                        if (own.length > 0) {
                            models.get(rank).trainOnBatch(rows.subset(own));
                        }
                    }
                    if (++steps % every == 0) {
                        average(models);
                    }
                }
                average(models);
            }
            return one.weights();
        }
    }

    private static void average(List<GroupModels_PlainModel> models) {
        Weights one = models.get(0).weights();
        Weights other = models.get(1).weights();
        Weights mean = one;
        for (String name : one.names()) {
            float[] values = one.get(name);
            float[] others = other.get(name);
            for (int i = 0; i < values.length; i++) {
                values[i] = 0.5f * values[i] + 0.5f * others[i];
            }
            mean = mean.with(name, values);
        }
        for (GroupModels_PlainModel model : models) {
            model.setWeights(mean);
        }
    }

    @Test
    void averagedWeightsOfNormsStayNumbersWhereAProcessHasNoRowOfABatch() {
        // the last batch has 3 rows, of which the second process has none
        Dataset rows = rows(BATCH * 4 + 3, 1);
        List<Weights> found = LocalGroup.run(2, 3, settings -> {
            try (GroupModels_NormModel model = GroupModels_NormModel.create(settings)) {
                model.fit(own(settings, rows), fit());
                return model.weights();
            }
        });
        for (String name : found.get(0).names()) {
            for (float value : found.get(0).get(name)) {
                assertWithMessage(name).that(value).isFinite();
            }
            assertWithMessage(name)
                    .that(found.get(1).get(name))
                    .isEqualTo(found.get(0).get(name));
        }
        // no statistic was moved towards the zeros of no row
        assertThat(found.get(0).get("hidden/variance")[0]).isGreaterThan(0.2f);
    }

    /** With added gradients as alone; with averaged weights, which differ between processes while they are chosen from, alike in all. */
    @Test
    void allProcessesPruneTheSame() {
        Dataset rows = rows(ROWS, 1);
        Fit fit = fit().callback(MagnitudePruning.to(0.6).between(2, 13).every(4));
        Weights alone = LocalGroup.run(1, 0, settings -> fitted(settings, rows, fit))
                .get(0)
                .weights();
        for (int averagedEvery : new int[] {0, 3}) {
            List<Outcome> found = LocalGroup.run(2, averagedEvery, settings -> {
                // its own, as in processes of their own
                Fit own = fit().callback(MagnitudePruning.to(0.6).between(2, 13).every(4));
                return fitted(settings, rows, own);
            });
            for (String name : alone.names()) {
                float[] first = found.get(0).weights().get(name);
                assertThat(found.get(1).weights().get(name)).isEqualTo(first);
                if (name.endsWith("kernel")) {
                    assertWithMessage(name).that(zeros(first)).isEqualTo(Math.round(0.6 * first.length));
                }
            }
            if (averagedEvery == 0) {
                assertClose(found.get(0).weights(), alone, 1e-4f);
            }
        }
    }

    private static long zeros(float[] values) {
        return IntStream.range(0, values.length).filter(i -> values[i] == 0).count();
    }

    @Test
    void processesThatPruneSomethingElseAreRefused() {
        Dataset rows = rows(ROWS, 1);
        LocalGroup.GroupFailure failure = assertThrows(
                LocalGroup.GroupFailure.class,
                () -> LocalGroup.run(2, 0, settings -> {
                    int rank = settings.group().orElseThrow().rank();
                    return fitted(settings, rows, rank == 0 ? fit() : fit().callback(MagnitudePruning.to(0.5)));
                }));
        assertThat(failure).hasMessageThat().contains("pruning to 0.5");
    }

    @Test
    void processesThatTrainSomethingElseAreRefused() {
        Dataset rows = rows(ROWS, 1);
        LocalGroup.GroupFailure failure = assertThrows(
                LocalGroup.GroupFailure.class,
                () -> LocalGroup.run(2, 0, settings -> {
                    int rank = settings.group().orElseThrow().rank();
                    try (GroupModels_PlainModel model = GroupModels_PlainModel.create(settings)) {
                        return model.fit(own(settings, rows), rank == 0 ? fit() : fit().seed(9));
                    }
                }));
        assertThat(failure)
                .hasMessageThat()
                .contains("what is trained is not the same in all processes: process 0 has ");
        assertThat(failure).hasMessageThat().contains("row seed 9");
    }

    @Test
    void rowsOfOtherLanesAreRefused() {
        Dataset rows = rows(ROWS, 1);
        LocalGroup.GroupFailure failure = assertThrows(
                LocalGroup.GroupFailure.class,
                () -> LocalGroup.run(2, 0, settings -> {
                    int rank = settings.group().orElseThrow().rank();
                    try (GroupModels_PlainModel model = GroupModels_PlainModel.create(settings)) {
                        return model.fit(rank == 0 ? rows.take(10) : rows.range(10, ROWS), fit());
                    }
                }));
        assertThat(failure).hasMessageThat().contains("process 0 has 10 of 64 rows, but its lanes hold 34");
    }

    @Test
    void whatIsForAProcessAloneIsRefusedInAGroup() {
        LocalGroup.run(1, 0, settings -> {
            try (GroupModels_PlainModel model = GroupModels_PlainModel.create(settings)) {
                Dataset rows = rows(ROWS, 1);
                assertThat(assertThrows(IllegalStateException.class, () -> model.trainOnBatch(rows)))
                        .hasMessageThat()
                        .contains("trainOnBatch is for a model that trains alone");
                assertThat(assertThrows(
                                IllegalArgumentException.class, () -> model.fit(rows, fit().validationSplit(0.2))))
                        .hasMessageThat()
                        .contains("give each some to validate on");
                return model;
            }
        });
    }

    private static Fit fit() {
        return Fit.epochs(EPOCHS).batchSize(BATCH).shuffle(false).verbose(false);
    }

    private static Dataset own(Settings settings, Dataset rows) {
        var group = settings.group().orElseThrow();
        Lanes lanes = Lanes.of(BATCH, group.size(), rows.size());
        return rows.subset(IntStream.range(0, rows.size())
                .filter(row -> lanes.rank(row) == group.rank())
                .toArray());
    }

    private static Outcome fitted(Settings settings, Dataset rows, Fit fit) {
        try (GroupModels_PlainModel model = GroupModels_PlainModel.create(settings)) {
            return new Outcome(model.fit(own(settings, rows), fit), model.weights());
        }
    }

    private static void assertClose(Weights found, Weights expected, float within) {
        for (String name : expected.names()) {
            float[] values = found.get(name);
            for (int i = 0; i < values.length; i++) {
                assertWithMessage("%s[%s]", name, i)
                        .that(values[i])
                        .isWithin(within)
                        .of(expected.get(name)[i]);
            }
        }
    }

    private static Dataset rows(int count, long seed) {
        Random random = new Random(seed);
        float[][] features = new float[count][5];
        int[] labels = new int[count];
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < 5; i++) {
                features[row][i] = (float) random.nextGaussian();
            }
            labels[row] = features[row][0] + features[row][1] > 0 ? 1 : features[row][2] > 0.5 ? 2 : 0;
        }
        return Dataset.of(features, labels);
    }
}
