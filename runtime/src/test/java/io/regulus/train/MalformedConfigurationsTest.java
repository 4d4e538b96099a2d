package io.regulus.train;

import io.regulus.annotations.MonitorMode;
import io.regulus.checkpoint.Checkpoints;
import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.data.Splitter;
import io.regulus.engine.Settings;
import io.regulus.files.BadRows;
import io.regulus.files.CsvFiles;
import io.regulus.files.ImageFolder;
import io.regulus.testing.Nets_FullHyperparameters;
import io.regulus.testing.Nets_FullModel;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.testing.errors.Malformed;
import io.regulus.text.TextEncoder;
import io.regulus.text.Tokenizer;
import io.regulus.text.Vocabulary;
import io.regulus.tfrecord.TfRecordFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Settings that make no sense are refused where they are given, and those that only a fit can judge before it takes a step. */
class MalformedConfigurationsTest {
    private static final Path FILE = Path.of("src/test/resources/files/five.tfrecord");
    private static final double NAN = Double.NaN;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private final Malformed table = Malformed.of("configuration", IllegalArgumentException.class);

    @TestFactory
    Collection<DynamicTest> fits() {
        Dataset data = Samples.labelled(4, 6, 3, 1);
        table.refused("no epochs", () -> Fit.epochs(0), "epochs = 0", "at least 1");
        table.refused(
                "a negative initial epoch", () -> Fit.epochs(2).initialEpoch(-1), "initialEpoch = -1", "at least 0");
        table.refused(
                "an initial epoch that is the last",
                () -> Fit.epochs(2).initialEpoch(2),
                "initialEpoch = 2",
                "below epochs = 2");
        table.refused("batches of no rows", () -> Fit.epochs(2).batchSize(0), "batchSize = 0", "at least 1");
        table.refused(
                "a negative share for validation",
                () -> Fit.epochs(2).validationSplit(-0.1),
                "validationSplit = -0.1",
                "in [0, 1)");
        table.refused("all rows for validation", () -> Fit.epochs(2).validationSplit(1), "validationSplit = 1.0");
        table.refused(
                "a share for validation that is NaN",
                () -> Fit.epochs(2).validationSplit(NAN),
                "validationSplit = NaN");
        table.refused(
                "validation twice",
                () -> Fit.epochs(2).validateOn(data).validationSplit(0.5),
                "both validateOn and validationSplit",
                "keep one");
        table.refused(
                "checkpoints after no steps", () -> Checkpoints.in(FILE).everySteps(0), "everySteps = 0", "at least 1");
        table.refused(
                "checkpoints after no epochs",
                () -> Checkpoints.in(FILE).everyEpochs(-3),
                "everyEpochs = -3",
                "at least 1");
        table.refused("no checkpoint to keep", () -> Checkpoints.in(FILE).keepLast(0), "keepLast = 0", "at least 1");
        return table.tests();
    }

    @TestFactory
    Collection<DynamicTest> callbacks() {
        EarlyStopping stopping = EarlyStopping.patience(1);
        table.refused("negative patience", () -> EarlyStopping.patience(-1), "patience = -1", "0 or more");
        table.refused("a negative difference", () -> stopping.minDelta(-1e-3), "minDelta = -0.001", "0 or more");
        table.refused("a difference that is NaN", () -> stopping.minDelta(NAN), "minDelta = NaN");
        table.refused("a negative first epoch", () -> stopping.startFromEpoch(-1), "startFromEpoch = -1");
        table.refused("a reduction to nothing", () -> plateau(0, 1, 0, 0, 0), "factor = 0.0", "in (0, 1)");
        table.refused("a reduction that raises", () -> plateau(1.5, 1, 0, 0, 0), "factor = 1.5");
        table.refused("a reduction without patience", () -> plateau(0.5, 0, 0, 0, 0), "patience = 0", "at least 1");
        table.refused("a negative cooldown", () -> plateau(0.5, 1, 0, -1, 0), "cooldown = -1");
        table.refused("a smallest rate that is NaN", () -> plateau(0.5, 1, 0, 0, NAN), "minRate = NaN");
        table.refused("a guard that any step trips", () -> GradientGuard.factor(1), "factor = 1.0", "above 1");
        table.refused("a guard of NaN", () -> GradientGuard.factor(NAN), "factor = NaN");
        GradientGuard guard = GradientGuard.factor(10);
        table.refused("a guard of no steps", () -> guard.window(0), "window = 0", "at least 1");
        table.refused("a guard of negative attempts", () -> guard.attempts(-1), "attempts = -1");
        table.refused("a guard that raises the rate", () -> guard.rateFactor(2), "rateFactor = 2.0", "in (0, 1]");
        table.refused("nothing left", () -> MagnitudePruning.to(1), "sparsity = 1.0", "in [0, 1)");
        table.refused("a negative sparsity", () -> MagnitudePruning.to(-0.1), "sparsity = -0.1");
        table.refused("a sparsity of NaN", () -> MagnitudePruning.to(NAN), "sparsity = NaN");
        MagnitudePruning pruning = MagnitudePruning.to(0.5);
        table.refused(
                "pruning that starts above its end",
                () -> pruning.initial(0.6),
                "initial = 0.6",
                "at most sparsity = 0.5");
        table.refused("pruning that starts below 0", () -> pruning.initial(-0.1), "initial = -0.1");
        table.refused(
                "pruning that ends before it begins", () -> pruning.between(10, 9), "begin = 10", "at most end = 9");
        table.refused("pruning that begins before the fit", () -> pruning.between(-1, 9), "begin = -1", "at least 0");
        table.refused("pruning every no steps", () -> pruning.every(0), "every = 0", "at least 1");
        table.refused("no time", () -> new TimeLimit(Duration.ZERO), "limit in seconds = 0.0", "more than 0");
        table.refused("negative time", () -> new TimeLimit(Duration.ofMinutes(-1)), "limit in seconds = -60.0");
        return table.tests();
    }

    private static ReduceOnPlateau plateau(double factor, int patience, double delta, int cooldown, double rate) {
        return new ReduceOnPlateau("loss", MonitorMode.AUTO, factor, patience, delta, cooldown, rate);
    }

    @TestFactory
    Collection<DynamicTest> schedules() {
        table.refused("a cosine of negative epochs", () -> new CosineDecay(-1, 0, 0, 0), "epochs = -1.0", "0 or more");
        table.refused("a cosine without end", () -> new CosineDecay(INFINITE, 0, 0, 0), "epochs = Infinity", "finite");
        table.refused("a warm-up of NaN", () -> new CosineDecay(5, NAN, 0, 0), "warmupEpochs = NaN");
        table.refused("a warm-up from above", () -> new CosineDecay(5, 1, 1.5, 0), "warmupFrom = 1.5", "in [0, 1]");
        table.refused("a cosine that ends negative", () -> new CosineDecay(5, 1, 0, -0.1), "alpha = -0.1", "in [0, 1]");
        table.refused("a cycle that only rises", () -> new OneCycle(1, 25, 1e4), "warmup = 1.0", "in (0, 1)");
        table.refused(
                "a cycle that begins without end", () -> new OneCycle(0.3, 0, 1e4), "startDivisor = 0.0", "at least 1");
        table.refused("a cycle that ends at NaN", () -> new OneCycle(0.3, 25, NAN), "endDivisor = NaN");
        table.refused("steps that keep the rate", () -> new StepDecay(2, List.of(), 1), "factor = 1.0", "in (0, 1)");
        table.refused(
                "steps after negative epochs", () -> new StepDecay(-2, List.of(), 0.5), "every = -2", "0 or more");
        table.refused(
                "a step before the first epoch", () -> new StepDecay(0, List.of(3, 0), 0.5), "at = 0", "at least 1");
        table.refused(
                "steps at no time",
                () -> new StepDecay(0, List.of(), 0.5),
                "every = 0, at = []",
                "give one of the two");
        table.refused("steps at times and always", () -> new StepDecay(2, List.of(3), 0.5), "every = 2, at = [3]");
        table.refused("a decay that grows", () -> new ExponentialDecay(1.1, 1, false), "factor = 1.1", "in (0, 1)");
        table.refused("a decay in no time", () -> new ExponentialDecay(0.5, 0, false), "epochs = 0.0", "above 0");
        return table.tests();
    }

    /** What only the network and the data can tell: refused before a step, so that the weights are as they were. */
    @TestFactory
    Collection<DynamicTest> withoutAStep() {
        Dataset data = Samples.labelled(10, 6, 3, 1);
        Fit fit = Fit.epochs(1).verbose(false);
        table.untouched(() -> SavedState.of(MODEL).bits());
        table.refused(
                "a schedule that gives NaN",
                () -> MODEL.fit(data, fit.schedule(moment -> NAN)),
                "factor NaN for step 0");
        table.refused(
                "a schedule that gives less than nothing",
                () -> MODEL.fit(data, fit.schedule(moment -> -1)),
                "factor -1.0");
        table.refused(
                "stopping on what is not validated",
                () -> MODEL.fit(data, fit.callback(EarlyStopping.patience(1))),
                "watches 'val_loss'",
                "no validation data: give it");
        table.refused(
                "stopping on an unknown metric",
                () -> MODEL.fit(data, fit.callback(EarlyStopping.patience(1).monitor("f1"))),
                "watches 'f1'",
                "there are [accuracy, loss]");
        table.refused(
                "a part of one row for validation",
                () -> MODEL.fit(data.take(1), fit.validationSplit(0.5)),
                "1 rows leaves one part empty");
        table.refused("a learning rate of 0", () -> MODEL.setLearningRate(0), "learning rate = 0.0", "such as 0.001");
        table.refused("a negative learning rate", () -> MODEL.setLearningRate(-1), "learning rate = -1.0");
        table.refused("a learning rate that is NaN", () -> MODEL.setLearningRate(NAN), "learning rate = NaN");
        table.refused("a learning rate no float holds", () -> MODEL.setLearningRate(1e300), "learning rate = 1.0E300");
        return table.tests();
    }

    private static final Nets_FullModel MODEL = Nets_FullModel.create();

    @TestFactory
    Collection<DynamicTest> hyperparameters() {
        Nets_FullHyperparameters numbers = Nets_FullHyperparameters.defaults();
        table.refused(
                "dropout of everything", () -> numbers.withHidden(hidden -> hidden.withDropout(1)), "ropout", "1.0");
        table.refused("dropout that is NaN", () -> numbers.withHidden(hidden -> hidden.withDropout(NAN)), "NaN");
        table.refused("a negative penalty", () -> numbers.withNetwork(network -> network.withL2(-1)), "l2", "-1.0");
        table.refused(
                "no rate",
                () -> numbers.withOptimizer(optimizer -> optimizer.withLearningRate(0)),
                "learningRate",
                "0.0");
        table.refused(
                "momentum of averages above 1",
                () -> numbers.withHidden(hidden -> hidden.withBatchNormMomentum(2)),
                "2.0");
        table.refused("negative threads", () -> Settings.defaults().withThreads(-1, 1), "hreads", "-1");
        return table.tests();
    }

    @TestFactory
    Collection<DynamicTest> splitters() {
        Splitter any = Splitter.shuffled(1);
        Dataset ten = Dataset.ofFlat(new float[10], 1);
        Dataset rare = ten.withLabels(0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        table.refused("a share of nothing", () -> any.split(ten, 0), "shares [0.0]", "must be above 0");
        table.refused("a share of everything", () -> any.split(ten, 1), "shares [1.0]", "below 1");
        table.refused("a share that is NaN", () -> any.split(ten, NAN), "shares [NaN]");
        table.refused("shares with nothing left", () -> any.split(ten, 0.8, 0.2), "shares [0.8, 0.2]", "the rest");
        table.refused("a negative share", () -> any.split(ten, 0.8, -0.1), "shares [0.8, -0.1]");
        table.refused("one fold", () -> any.kFold(ten, 1), "k = 1", "at least 2");
        table.refused("more folds than rows", () -> any.kFold(ten, 11), "10 rows are too few for 11 folds");
        table.refused(
                "a class of fewer rows than folds", () -> Splitter.stratified(1).kFold(rare, 2), "class 1 has 1 row");
        table.refused(
                "fewer groups than rows",
                () -> Splitter.grouped(new int[3], 1).split(ten, 0.5),
                "10 rows, but 3 groups");
        table.refused("one group", () -> Splitter.grouped(new int[10], 1).split(ten, 0.5), "1 group is too few");
        table.refused("all at one time", () -> Splitter.byTime(new long[10]).split(ten, 0.5), "10 rows are too few");
        table.refused(
                "strata of rows without labels",
                IllegalStateException.class,
                () -> Splitter.stratified(1).split(ten, 0.5),
                "class labels are needed");
        return table.tests();
    }

    @TestFactory
    Collection<DynamicTest> readers() {
        CsvFiles csv = CsvFiles.read(FILE);
        table.refused("no path", () -> CsvFiles.read(null), "path is null; give one");
        table.refused("negative lines to skip", () -> csv.skipLines(-1), "skipLines(-1)", "at least 0");
        table.refused("bad rows to skip: none", () -> BadRows.skip(0), "BadRows.skip(0)", "at least 1");
        table.refused("a class twice", () -> csv.classes("a", "a"), "'a' occurs twice");
        table.refused("images of no height", () -> ImageFolder.read(FILE).size(0, 4), "size(0, 4)", "at least 1");
        table.refused(
                "images of 2^40 pixels", () -> ImageFolder.read(FILE).size(1 << 20, 1 << 20), "at most 2^27 pixels");
        table.refused("no records", () -> TfRecordFiles.read(), "no files", "name at least one");
        table.refused("a feature of no values", () -> TfRecordFiles.read(FILE).floats("x", 0), "0");
        table.refused("no classes", () -> TfRecordFiles.read(FILE).label("x", 0), "0");
        table.refused("a row of no ids", () -> TextEncoder.of(Tokenizer.words(), 0), "length 0", "at least 1");
        table.refused(
                "words that none is",
                () -> Vocabulary.builder(Tokenizer.words()).maxSize(2),
                "maxSize(2)",
                "at least 3");
        table.refused(
                "words counted never",
                () -> Vocabulary.builder(Tokenizer.words()).minCount(0),
                "minCount(0)");
        DataStream stream = DataStream.of(Dataset.ofFlat(new float[4], 1));
        table.refused("a buffer of no rows", () -> stream.shuffle(0, 1), "bufferRows = 0", "at least 1");
        table.refused("the first no rows", () -> stream.take(0), "rows = 0", "at least 1");
        table.refused("negative rows to leave out", () -> stream.skip(-1), "rows = -1", "at least 0");
        return table.tests();
    }
}
