package io.regulus.samples.titles;

import io.regulus.data.Dataset;
import io.regulus.files.Texts;
import io.regulus.model.Model;
import io.regulus.report.TextTable;
import io.regulus.samples.Console;
import io.regulus.samples.Contender;
import io.regulus.samples.Options;
import io.regulus.text.TextEncoder;
import io.regulus.train.Evaluation;
import io.regulus.train.Fit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a text network that overfits, then with dropout, L2 and norm added one by one, and compares them. */
@Command(
        name = "titles",
        description =
                "Sorts headlines into ten classes: a network that learns them by heart, then with dropout, an L2 penalty"
                        + " and batch norms added one after the other.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class TitlesCommand implements Callable<Integer> {
    private static final List<Contender> CONTENDERS = List.of(
            new Contender("plain", PlainTitleNetModel::create),
            new Contender("+ dropout", DropoutTitleNetModel::create),
            new Contender("+ L2", PenaltyTitleNetModel::create),
            new Contender("+ norm", NormTitleNetModel::create));

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "<folder>",
            description = "Folder with train45k.txt.gz and test.txt.gz: title<TAB>class in UTF-8, classes from 0 to 9.")
    private Path data;

    @Option(
            names = "--epochs",
            paramLabel = "<n>",
            defaultValue = "8",
            description = "Passes over the training rows. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(
            names = "--batch",
            paramLabel = "<rows>",
            defaultValue = "128",
            description = "Rows per step. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(
            names = "--train-rows",
            paramLabel = "<rows>",
            defaultValue = "45000",
            description = "Titles to learn from, the first of the file. Default: ${DEFAULT-VALUE}.")
    private int trainRows;

    @Option(
            names = "--seeds",
            paramLabel = "<n>",
            defaultValue = "1",
            description = "Number of runs; each has its own weights and row order. Default: ${DEFAULT-VALUE}.")
    private int seeds;

    private Console console;

    /**
     * What a trained network reaches: the loss shows the certainty in wrong answers, which an accuracy does not.
     *
     * @param train share of the training titles that it sorts rightly
     * @param test share of the test titles
     * @param testLoss mean cross-entropy of the test titles
     */
    private record Reached(double train, double test, double testLoss) {}

    @Override
    public Integer call() {
        Options.requireAtLeastOne("--epochs", epochs);
        Options.requireAtLeastOne("--batch", batch);
        Options.requireAtLeastOne("--train-rows", trainRows);
        Options.requireAtLeastOne("--seeds", seeds);
        console = Console.of(spec);
        Texts titles = Titles.read(data.resolve("train45k.txt.gz")).take(trainRows);
        TextEncoder encoder = Titles.encoder(titles);
        Dataset train = encoder.encode(titles.texts(), titles.labels());
        Texts others = Titles.read(data.resolve("test.txt.gz"));
        Dataset test = encoder.encode(others.texts(), others.labels());
        console.say("What does each means against overfitting do?");
        console.say("");
        console.say("Data      headlines of ten classes, %d characters of each", Titles.LENGTH);
        console.say("Rows      %d to train on, %d to test on", train.size(), test.size());
        console.say("Network   embedding 64, convolution 128 of 3, max over the title, 128, Adam 0.001");
        console.say("Training  %d epochs, batch %d", epochs, batch);
        console.say("");
        TextTable table = TextTable.builder()
                .left("network")
                .right("train accuracy")
                .right("test accuracy")
                .right("gap")
                .right("test loss")
                .right("time")
                .build();
        for (Contender contender : CONTENDERS) {
            compete(contender, train, test, table);
        }
        console.say("");
        console.print(table);
        console.say("");
        console.say(
                "After the last epoch, without dropout, %s.",
                seeds == 1 ? "of one seed" : "means of " + seeds + " seeds");
        console.say("");
        console.sayGeneratedSources(PlainTitleNet.class.getPackage());
        return ExitCode.OK;
    }

    private void compete(Contender contender, Dataset train, Dataset test, TextTable table) {
        long start = System.nanoTime();
        List<Reached> all = new ArrayList<>();
        for (int run = 1; run <= seeds; run++) {
            Reached reached = train(contender, train, test, run);
            all.add(reached);
            console.say(
                    "%-10s seed %d   train %5.1f %%   test %5.1f %%   test loss %.2f",
                    contender.name(), run, 100 * reached.train(), 100 * reached.test(), reached.testLoss());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double onTrain = all.stream().mapToDouble(Reached::train).average().orElseThrow();
        double onTest = all.stream().mapToDouble(Reached::test).average().orElseThrow();
        double testLoss = all.stream().mapToDouble(Reached::testLoss).average().orElseThrow();
        table.row(
                contender.name(),
                percent(onTrain),
                percent(onTest),
                percent(onTrain - onTest),
                String.format(Locale.ROOT, "%.2f", testLoss),
                String.format(Locale.ROOT, "%.0f s", seconds));
    }

    private Reached train(Contender contender, Dataset train, Dataset test, long seed) {
        try (Model model = contender.create(seed)) {
            model.fit(train, Fit.epochs(epochs).batchSize(batch).seed(seed).verbose(false));
            Evaluation onTest = model.evaluate(test);
            return new Reached(model.evaluate(train).metric("accuracy"), onTest.metric("accuracy"), onTest.loss());
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
