package io.regulus.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.data.Blocks;
import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.engine.BatchBuffer;
import io.regulus.engine.Engine;
import io.regulus.engine.Settings;
import io.regulus.engine.TensorColumn;
import io.regulus.testing.Nets_FullModel;
import io.regulus.testing.Nets_LongRowModel;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is trained on a stream of rows is what would be trained on the same rows in memory. */
@Timeout(120)
class StreamFitTest {
    private static final Dataset DATA = Samples.labelled(70, 6, 3, 9);

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    private static Fit quiet(int epochs) {
        return Fit.epochs(epochs).batchSize(16).verbose(false);
    }

    /** The rows in parts that fit no batch; the passes that were opened and closed are counted. */
    private DataStream parts(Dataset data) {
        return DataStream.of(() -> {
            opened.incrementAndGet();
            int third = data.size() / 3;
            return Stream.of(data.range(0, third), data.range(third, third + 1), data.range(third + 1, data.size()))
                    .onClose(closed::incrementAndGet);
        });
    }

    @AfterEach
    void everyPassIsClosedAndNoThreadIsLeft() throws InterruptedException {
        assertWithMessage("passes closed").that(closed.get()).isEqualTo(opened.get());
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("regulus-blocks") || thread.getName().equals("regulus-batches")) {
                thread.join(10_000);
                assertWithMessage(thread.getName() + " is alive")
                        .that(thread.isAlive())
                        .isFalse();
            }
        }
    }

    private static SavedState onRows(Dataset data, Fit fit) {
        try (Nets_FullModel model = Nets_FullModel.create()) {
            model.fit(data, fit.shuffle(false));
            return SavedState.of(model);
        }
    }

    private static SavedState onStream(DataStream stream, Fit fit) {
        try (Nets_FullModel model = Nets_FullModel.create()) {
            model.fit(stream, fit);
            return SavedState.of(model);
        }
    }

    // The same as in memory

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 35, 70, 100})
    void rowsInTheirOrderTrainToTheSameBits(int batchSize) {
        Fit fit = quiet(3).batchSize(batchSize);
        assertThat(onStream(parts(DATA), fit).bits())
                .isEqualTo(onRows(DATA, fit).bits());
        assertThat(opened.get()).isEqualTo(3);
    }

    @Test
    void batchesThatAThreadAssemblesTrainToTheSameBits() {
        Dataset wide = Samples.valued(27, 4096, 1, 1);
        Fit fit = quiet(3).batchSize(8);
        try (Nets_LongRowModel ofStream = Nets_LongRowModel.create();
                Nets_LongRowModel ofRows = Nets_LongRowModel.create()) {
            ofStream.fit(parts(wide), fit);
            ofRows.fit(wide, fit.shuffle(false));
            SavedState.of(ofRows).assertStateOf(ofStream);
        }
    }

    @Test
    void whatIsReportedIsTheSame() {
        try (Nets_FullModel ofStream = Nets_FullModel.create();
                Nets_FullModel ofRows = Nets_FullModel.create()) {
            Dataset validation = Samples.labelled(300, 6, 3, 4);
            History one = ofStream.fit(parts(DATA), quiet(2).validateOn(parts(validation)));
            History other = ofRows.fit(DATA, quiet(2).shuffle(false).validateOn(validation));
            for (int epoch = 0; epoch < 2; epoch++) {
                EpochResult result = one.epochs().get(epoch);
                assertThat(result.training())
                        .isEqualTo(other.epochs().get(epoch).training());
                assertThat(result.validation())
                        .isEqualTo(other.epochs().get(epoch).validation());
                assertThat(result.steps()).isEqualTo(5);
            }
            assertThat(ofStream.evaluate(parts(validation))).isEqualTo(ofRows.evaluate(validation));
        }
    }

    /** Standardised inputs, a schedule, refreshed statistics, several inputs and outputs, weights of rows. */
    @Test
    void allThatAFitDoesItDoesOnAStream() {
        Dataset data = Dataset.builder()
                .input("pixels", Dataset.ofFlatBytes(bytes(280), 4).features())
                .input("meta", Samples.rows(70, 3, 5))
                .labels("kind", Samples.labels(70, 3, 6))
                .labels("good", Samples.labels(70, 2, 7))
                .build()
                .withRowWeights(weights(70));
        try (StreamModels_WholeModel ofStream = StreamModels_WholeModel.create();
                StreamModels_WholeModel ofRows = StreamModels_WholeModel.create()) {
            ofRows.adapt(data);
            ofStream.setWeights(ofRows.weights());
            assertThat(opened.get()).isEqualTo(0);
            ofRows.fit(data, quiet(3).shuffle(false));
            ofStream.fit(parts(data), quiet(3));
            SavedState.of(ofRows).assertStateOf(ofStream);
            // rows counted for the schedule, three epochs, statistics refreshed
            assertThat(opened.get()).isEqualTo(5);
        }
    }

    private static byte[] bytes(int n) {
        byte[] bytes = new byte[n];
        for (int i = 0; i < n; i++) {
            bytes[i] = (byte) (i * 37);
        }
        return bytes;
    }

    private static float[] weights(int n) {
        float[] weights = new float[n];
        for (int i = 0; i < n; i++) {
            weights[i] = i % 4;
        }
        return weights;
    }

    // Order

    @Test
    void aShuffledStreamTrainsTheRowsOfItsOrder() {
        DataStream shuffled = parts(DATA).shuffle(30, 8);
        try (Nets_FullModel model = Nets_FullModel.create()) {
            for (int epoch = 0; epoch < 2; epoch++) {
                int number = epoch;
                DataStream pass = any -> shuffled.open(number);
                pass.forEach(16, model::trainOnBatch);
            }
            SavedState byHand = SavedState.of(model);
            assertThat(onStream(shuffled, quiet(2)).bits()).isEqualTo(byHand.bits());
            assertThat(onStream(shuffled, quiet(2)).bits()).isEqualTo(byHand.bits());
            assertThat(onStream(parts(DATA).shuffle(30, 9), quiet(2)).bits()).isNotEqualTo(byHand.bits());
        }
    }

    @Test
    void epochsGoOnWhereTheyStopped() {
        DataStream shuffled = parts(DATA).shuffle(30, 8);
        try (Nets_FullModel model = Nets_FullModel.create()) {
            model.fit(shuffled, quiet(2));
            model.fit(shuffled, quiet(3).initialEpoch(2));
            assertThat(SavedState.of(model).bits())
                    .isEqualTo(onStream(shuffled, quiet(3)).bits());
        }
    }

    @Test
    void aPassCanBeginAtAnyBatch() {
        Dataset data = Samples.valued(70, 3, 1, 2);
        RowSource stream = new StreamRows(parts(data).shuffle(30, 8), "training", 3, (role, rows, before) -> rows);
        for (RowSource source : List.of(stream, DatasetRows.shuffled(data, 8))) {
            List<String> all = batches(source, data, 0);
            assertThat(all).hasSize(5);
            assertThat(all).containsNoDuplicates();
            for (int skipped = 1; skipped < 7; skipped++) {
                assertThat(batches(source, data, skipped)).isEqualTo(all.subList(Math.min(5, skipped), 5));
            }
        }
    }

    /** Long rows, so that one thread fills a buffer while another trains on the one before. */
    @Test
    void blocksThatAreShorterThanAskedForMakeFullBatches() {
        Dataset data = Samples.valued(240, 4096, 1, 2);
        DataStream stream = epoch -> new GappedBlocks(data);
        Watch watch = new Watch();
        try (Nets_LongRowModel gapped = Nets_LongRowModel.create();
                Nets_LongRowModel inline = Nets_LongRowModel.create()) {
            gapped.fit(stream, quiet(2).batchSize(32).callback(watch));
            inline.fit(stream.toDataset(), quiet(2).batchSize(32).shuffle(false));
            assertThat(gapped.steps()).isEqualTo(2 * 8);
            assertThat(watch.steps).containsExactly(0, 8).inOrder();
            SavedState.of(inline).assertStateOf(gapped);
        }
        Dataset narrow = Samples.valued(240, 3, 1, 2);
        DataStream rows = epoch -> new GappedBlocks(narrow);
        RowSource source = new StreamRows(rows, "training", 3, (role, block, before) -> block);
        List<String> all = batches(source, narrow, 0);
        assertThat(batches(source, narrow, 3)).isEqualTo(all.subList(3, all.size()));
    }

    /** As of a reader that skips a bad row in every 32. */
    private static final class GappedBlocks implements Blocks {
        private final Dataset data;
        private int from;

        GappedBlocks(Dataset data) {
            this.data = data;
        }

        @Override
        public Optional<Dataset> next(int rows) {
            from += from % 32 == 31 ? 1 : 0;
            int start = from;
            from = Math.min(data.size(), Math.min(start + rows, start / 32 * 32 + 31));
            return start == from ? Optional.empty() : Optional.of(data.range(start, from));
        }

        @Override
        public void close() {}
    }

    /** The targets of the batches of a pass. */
    private static List<String> batches(RowSource source, Dataset data, int skipped) {
        List<String> all = new ArrayList<>();
        FeedModels_SmallTraining plan = new FeedModels_SmallTraining(FeedModels_SmallHyperparameters.defaults());
        try (Engine engine = Engine.of(plan, Settings.defaults());
                Batches batches = source.open(3, 16, skipped)) {
            while (batches.hasNext()) {
                BatchRows batch = batches.next();
                try (BatchBuffer buffer = engine.buffer(data, batch.count())) {
                    batch.load(buffer);
                    all.add(Arrays.toString(((TensorColumn.Floats) buffer.target(0)).array()));
                }
            }
        }
        return all;
    }

    // What a schedule and callbacks know

    private static final Schedule HALF = moment -> 1 - moment.epochsDone() / moment.epochs() / 2;

    /** Rates and the steps of an epoch that the run tells of, in each step. */
    private static final class Watch implements Callback {
        private final List<Double> rates = new ArrayList<>();
        private final List<Integer> steps = new ArrayList<>();

        @Override
        public void onEpochStart(TrainingRun run, int epoch) {
            steps.add(run.stepsPerEpoch());
        }

        @Override
        public void onStep(TrainingRun run, StepResult step) {
            rates.add(run.stepLearningRate());
        }
    }

    @Test
    void aScheduleKnowsTheStepsOfAnEpochFromTheFirstStepOn() {
        Watch rows = new Watch();
        onRows(DATA, quiet(2).schedule(HALF).callback(rows));
        assertThat(rows.rates).hasSize(10);
        Watch counted = new Watch();
        onStream(parts(DATA), quiet(2).schedule(HALF).callback(counted));
        assertThat(counted.rates).isEqualTo(rows.rates);
        assertThat(opened.get()).isEqualTo(3);
        Watch known = new Watch();
        onStream(DataStream.of(DATA), quiet(2).schedule(HALF).callback(known));
        assertThat(known.rates).isEqualTo(rows.rates);
    }

    @Test
    void withoutAScheduleTheStepsAreKnownAfterTheFirstEpoch() {
        Watch watch = new Watch();
        onStream(parts(DATA), quiet(3).callback(watch));
        assertThat(watch.steps).containsExactly(0, 5, 5).inOrder();
        Watch known = new Watch();
        onStream(DataStream.of(DATA), quiet(1).callback(known));
        assertThat(known.steps).containsExactly(5);
    }

    // Standardised inputs

    @Test
    void meanAndDeviationAreThoseOfAllRowsThoughTheyComeInParts() {
        Dataset data = Dataset.builder()
                .input("pixels", Dataset.ofFlatBytes(bytes(280), 4).features())
                .input("meta", shifted(Samples.rows(70, 3, 5)))
                .labels("kind", Samples.labels(70, 3, 6))
                .labels("good", Samples.labels(70, 2, 7))
                .build();
        try (StreamModels_WholeModel ofStream = StreamModels_WholeModel.create();
                StreamModels_WholeModel ofRows = StreamModels_WholeModel.create()) {
            ofRows.adapt(data);
            ofStream.fit(parts(data), quiet(1));
            // one pass to learn and to count, the epoch, statistics refreshed
            assertThat(opened.get()).isEqualTo(3);
            for (String name : List.of("meta/mean", "meta/deviation")) {
                assertThat(ofStream.weights().get(name))
                        .usingTolerance(1e-6)
                        .containsExactly(ofRows.weights().get(name))
                        .inOrder();
            }
            ofStream.adapt(parts(data).map(part -> part));
            assertThat(ofStream.weights().get("meta/mean")[0]).isWithin(0.5f).of(1000);
        }
    }

    /** The later rows far from the first: what a sum of squares without care would get wrong. */
    private static float[][] shifted(float[][] rows) {
        for (int row = 0; row < rows.length; row++) {
            rows[row][0] += 1000;
            rows[row][1] += row < 30 ? -50 : 50;
        }
        return rows;
    }

    // Ends

    private static <T extends Throwable> void assertStepsBefore(
            int steps, Class<T> type, DataStream stream, Fit fit, String... parts) {
        try (Nets_FullModel model = Nets_FullModel.create()) {
            assertFails(type, () -> model.fit(stream, fit), parts);
            assertThat(model.steps()).isEqualTo(steps);
        }
    }

    @Test
    void aFitThatFailsOrIsStoppedInTheMiddleLeavesNothingOpen() {
        RuntimeException mine = new IllegalStateException("mine");
        Callback failing = new Callback() {
            @Override
            public void onStep(TrainingRun run, StepResult step) {
                throw mine;
            }
        };
        assertStepsBefore(1, IllegalStateException.class, parts(DATA), quiet(2).callback(failing), "mine");
        Callback stopping = new Callback() {
            @Override
            public void onStep(TrainingRun run, StepResult step) {
                run.stop();
            }
        };
        try (Nets_FullModel model = Nets_FullModel.create()) {
            model.fit(parts(DATA), quiet(2).callback(stopping));
            assertThat(model.steps()).isEqualTo(1);
        }
        assertThat(opened.get()).isEqualTo(2);
    }

    @Test
    void whatReadingThrowsEndsTheFitAsItIs() {
        RuntimeException broken = new UncheckedIOException(new IOException("disk on fire"));
        DataStream failing = DataStream.of(() -> {
            opened.incrementAndGet();
            return Stream.iterate(0, i -> i + 1)
                    .map(i -> {
                        if (i == 3) {
                            throw broken;
                        }
                        return DATA;
                    })
                    .onClose(closed::incrementAndGet);
        });
        try (Nets_FullModel model = Nets_FullModel.create()) {
            Fit fit = quiet(1).batchSize(70);
            assertThat(assertThrows(RuntimeException.class, () -> model.fit(failing, fit)))
                    .isSameInstanceAs(broken);
            model.fit(DATA, fit);
        }
    }

    @Test
    void aRowThatDoesNotFitIsNamedByItsPlaceInThePass() {
        int[] labels = DATA.labels().toArray();
        labels[66] = 3;
        DataStream wrong = parts(DATA.withLabels(labels));
        assertStepsBefore(
                0,
                IllegalArgumentException.class,
                wrong,
                quiet(1),
                "training data has label 3 in row 66",
                "has the classes 0 to 2");
        DataStream later = DataStream.of(() -> {
            opened.incrementAndGet();
            return Stream.concat(Stream.generate(() -> DATA).limit(29), Stream.of(DATA.withLabels(labels)))
                    .onClose(closed::incrementAndGet);
        });
        // two blocks of 1,024 rows are trained: 128 steps
        assertStepsBefore(128, IllegalArgumentException.class, later, quiet(1), "label 3 in row " + (29 * 70 + 66));
        try (Nets_FullModel model = Nets_FullModel.create()) {
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.evaluate(wrong),
                    "evaluation data has label 3 in row 66");
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.fit(DATA, quiet(1).validateOn(wrong)),
                    "validation data has label 3 in row 66");
        }
    }

    @Test
    void rowsOfAnotherWidthAreRefused() {
        DataStream wide = DataStream.of(Samples.labelled(4, 7, 3, 1));
        assertStepsBefore(0, IllegalArgumentException.class, wide, quiet(1), "has 7 features per row", "takes 6");
    }

    @Test
    void aStreamWithoutRowsIsRefused() {
        assertStepsBefore(
                0, IllegalArgumentException.class, parts(DATA).skip(70), quiet(1), "training data has no rows");
    }

    @Test
    void aShareOfAStreamIsNotSplitOff() {
        assertStepsBefore(
                0,
                IllegalArgumentException.class,
                parts(DATA),
                quiet(1).validationSplit(0.1),
                "validationSplit = 0.1",
                "stream.take(n)");
    }

    @Test
    void aShareAndAStreamToValidateOnExcludeEachOther() {
        Fit stream = quiet(1).validateOn(parts(DATA));
        assertFails(IllegalArgumentException.class, () -> stream.validationSplit(0.1), "validateOn", "validationSplit");
        assertThat(stream.validateOn(DATA).validationStream()).isEmpty();
        assertThat(quiet(1).validateOn(DATA).validateOn(parts(DATA)).validation())
                .isEmpty();
    }

    @Test
    void predictionsComeBlockByBlock() {
        try (Nets_FullModel model = Nets_FullModel.create()) {
            List<float[]> rows = new ArrayList<>();
            parts(DATA).forEach(32, block -> rows.addAll(Arrays.asList(model.predict(block))));
            assertThat(rows.toArray(float[][]::new)).isEqualTo(model.predict(DATA));
        }
    }
}
