package io.regulus.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.data.Dataset;
import io.regulus.data.Order;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules of the learning rate: what a step takes is the rate that PyTorch's schedulers give, and nothing else changes. */
class ScheduleTest {
    private static final int EPOCHS = 12;
    private static final int BATCH = 8;
    /** Five batches, the last of them smaller. */
    private static final float[][] ROWS = Samples.rows(4 * BATCH + 3, 3, 1);

    private static final int[] LABELS = Samples.labels(ROWS.length, 2, 2);
    private static final Dataset DATA = Dataset.of(ROWS, LABELS);

    private static final Map<String, Supplier<Model>> MODELS = Map.ofEntries(
            Map.entry("step", PlanModels_StepModel::create),
            Map.entry("multi_step", PlanModels_MultiStepModel::create),
            Map.entry("exponential_staircase", PlanModels_ExponentialStaircaseModel::create),
            Map.entry("exponential", PlanModels_ExponentialModel::create),
            Map.entry("cosine", PlanModels_CosineModel::create),
            Map.entry("cosine_warmup", PlanModels_CosineWarmupModel::create),
            Map.entry("polynomial", PlanModels_PolynomialModel::create),
            Map.entry("polynomial_warmup", PlanModels_PolynomialWarmupModel::create),
            Map.entry("restarts", PlanModels_RestartsModel::create),
            Map.entry("restarts_equal", PlanModels_RestartsEqualModel::create),
            Map.entry("restarts_lower", PlanModels_RestartsLowerModel::create),
            Map.entry("averaging", PlanModels_AveragingModel::create),
            Map.entry("averaging_linear", PlanModels_AveragingLinearModel::create),
            Map.entry("averaging_at_once", PlanModels_AveragingAtOnceModel::create),
            Map.entry("one_cycle", PlanModels_CycleModel::create));

    private static Fit fit(int epochs) {
        return Fit.epochs(epochs).batchSize(BATCH).verbose(false);
    }

    /** The rates of the file that {@code make_schedule_fixtures.py} writes, by schedule. */
    private static Map<String, List<Double>> expected() throws IOException {
        Map<String, List<Double>> rates = new TreeMap<>();
        Path file = Path.of("src/test/resources/schedules/schedules.csv");
        for (String line : Files.readAllLines(file).subList(1, EPOCHS * 5 * MODELS.size() + 1)) {
            String[] cells = line.split(",", -1);
            rates.computeIfAbsent(cells[0], any -> new ArrayList<>()).add(Double.parseDouble(cells[2]));
        }
        return rates;
    }

    /** 10 steps and a tenth of them to rise in: the peak is the first step. */
    @Test
    void aRiseOfOneStepIsThePeak() {
        OneCycle cycle = new OneCycle(0.1, 25, 1e4);
        assertThat(cycle.factor(new Schedule.Moment(0, 10, 1))).isEqualTo(1);
        assertThat(cycle.factor(new Schedule.Moment(9, 10, 1))).isWithin(1e-12).of(1 / 25e4);
    }

    /** A restart falls on its step, however the logarithm that finds it is rounded. */
    @Test
    void everyRestartIsAtTheWholeRate() {
        for (double first : new double[] {0.1, 1, 1.7, 3}) {
            for (double tMul : new double[] {1, 1.1, 1.5, 2, 3}) {
                CosineRestarts restarts = new CosineRestarts(first, tMul, 1, 0);
                double start = 0;
                for (int run = 0; run < 12; run++) {
                    long step = (long) Math.ceil(start * 1e6);
                    assertThat(restarts.factor(new Schedule.Moment(step, 1_000_000, 1000)))
                            .isWithin(1e-6)
                            .of(1);
                    start += first * Math.pow(tMul, run);
                }
            }
        }
    }

    @Test
    void restartsAndPowersThatAreNoneAreRefused() {
        assertFails(IllegalArgumentException.class, () -> new CosineRestarts(0, 2, 1, 0), "firstEpochs = 0");
        assertFails(IllegalArgumentException.class, () -> new CosineRestarts(1, 0.5, 1, 0), "tMul = 0.5", "at least 1");
        assertFails(IllegalArgumentException.class, () -> new CosineRestarts(1, 2, 0, 0), "mMul = 0", "above 0");
        assertFails(IllegalArgumentException.class, () -> new CosineRestarts(1, 2, 1, 2), "alpha = 2", "in [0, 1]");
        assertFails(IllegalArgumentException.class, () -> new PolynomialDecay(0, 0, 0, 0, 0), "power = 0", "above 0");
        assertFails(IllegalArgumentException.class, () -> new PolynomialDecay(0, 0, 0, -1, 1), "alpha = -1");
    }

    /** The rate of every step. */
    private static final class Rates implements Callback {
        private final List<Double> all = new ArrayList<>();

        @Override
        public void onStep(TrainingRun run, StepResult step) {
            all.add(run.stepLearningRate());
        }
    }

    static Set<String> names() {
        return new TreeSet<>(MODELS.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void stepsTakeTheRatesOfTheReference(String name) throws IOException {
        Rates rates = new Rates();
        try (Model model = MODELS.get(name).get()) {
            History history = model.fit(DATA, fit(EPOCHS).callback(rates));
            List<Double> expected = expected().get(name);
            assertThat(rates.all).hasSize(expected.size());
            for (int step = 0; step < expected.size(); step++) {
                assertWithMessage("rate of step " + step)
                        .that(rates.all.get(step))
                        .isWithin(1e-6 * 0.5)
                        .of(expected.get(step));
            }
            assertThat(history.last().learningRate()).isEqualTo(rates.all.get(EPOCHS * 5 - 1));
            assertThat(model.learningRate()).isEqualTo(0.5);
        }
    }

    @Test
    void everyReferenceIsCompared() throws IOException {
        assertThat(expected().keySet()).isEqualTo(MODELS.keySet());
    }

    /** With the rates set by hand, step by step, the weights come out the same to the last bit. */
    @Test
    void theUpdateTakesTheRate() throws IOException {
        try (Model scheduled = PlanModels_CycleModel.create();
                Model byHand = PlanModels_PlainModel.create()) {
            byHand.setWeights(scheduled.weights());
            Rates rates = new Rates();
            scheduled.fit(DATA, fit(EPOCHS).callback(rates));
            int step = 0;
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                int[] order = Order.shuffled(DATA.size(), 0, epoch);
                for (int from = 0; from < order.length; from += BATCH) {
                    int[] rows = Arrays.copyOfRange(order, from, Math.min(from + BATCH, order.length));
                    byHand.setLearningRate(rates.all.get(step++));
                    byHand.trainOnBatch(batch(rows));
                }
            }
            assertSame(scheduled.weights(), byHand.weights());
        }
    }

    private static Dataset batch(int... numbers) {
        return Dataset.of(
                Arrays.stream(numbers).mapToObj(row -> ROWS[row]).toArray(float[][]::new),
                Arrays.stream(numbers).map(row -> LABELS[row]).toArray());
    }

    private static void assertSame(Weights one, Weights other) {
        for (String name : one.names()) {
            assertWithMessage(name).that(one.get(name)).isEqualTo(other.get(name));
        }
    }

    @Test
    void aFitThatGoesOnGoesOnInTheSchedule(@TempDir Path folder) {
        try (Model unbroken = PlanModels_CosineWarmupModel.create()) {
            unbroken.fit(DATA, fit(EPOCHS));
            try (Model first = PlanModels_CosineWarmupModel.create()) {
                first.fit(DATA, fit(5));
                first.save(folder);
            }
            try (Model second = PlanModels_CosineWarmupModel.load(folder)) {
                second.fit(DATA, fit(EPOCHS).initialEpoch(5));
                assertSame(second.weights(), unbroken.weights());
            }
        }
    }

    @Test
    void theScheduleIsOverWithTheFit() {
        try (Model scheduled = PlanModels_CycleModel.create();
                Model plain = PlanModels_PlainModel.create()) {
            scheduled.fit(DATA, fit(2));
            plain.setWeights(scheduled.weights());
            scheduled.trainOnBatch(DATA);
            plain.trainOnBatch(DATA);
            assertSame(scheduled.weights(), plain.weights());
        }
    }

    @Test
    void theRateThatIsSetIsWhatTheFactorsAreOf() {
        Rates rates = new Rates();
        try (Model model = PlanModels_StepModel.create()) {
            model.setLearningRate(0.1);
            model.fit(DATA, fit(5).callback(rates));
            assertThat(rates.all.get(0)).isWithin(1e-8).of(0.1);
            assertThat(rates.all.get(24)).isWithin(1e-8).of(0.03);
        }
    }

    @Test
    void aFitMayBringItsOwnSchedule() {
        Rates rates = new Rates();
        try (Model model = PlanModels_StepModel.create()) {
            model.fit(
                    DATA, fit(1).schedule(moment -> moment.step() == 0 ? 0 : 1).callback(rates));
            assertThat(rates.all).containsExactly(0.0, 0.5, 0.5, 0.5, 0.5).inOrder();
        }
    }

    @Test
    void aFactorThatIsNoneIsRefused() {
        try (Model model = PlanModels_PlainModel.create()) {
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.fit(DATA, fit(1).schedule(moment -> -1)),
                    "the factor -1.0 for step 0",
                    "0 or more");
            assertThat(model.steps()).isEqualTo(0);
            model.fit(DATA, fit(1));
            assertThat(model.steps()).isEqualTo(5);
        }
    }

    @Test
    void aStepDecayWithoutAnEpochIsRefused() {
        assertFails(
                IllegalArgumentException.class,
                () -> new StepDecay(0, List.of(), 0.1),
                "every = 0",
                "give one of the two");
        assertFails(IllegalArgumentException.class, () -> new StepDecay(2, List.of(3), 0.1), "at = [3]");
    }

    @Test
    void theSummaryNamesIt() {
        try (Model model = PlanModels_CosineWarmupModel.create()) {
            assertThat(model.summary())
                    .contains(
                            "trained with cosineDecay(epochs = 10.0, warmupEpochs = 2.0, warmupFrom = 0.1, alpha = 0.05)");
        }
    }
}
