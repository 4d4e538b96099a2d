package io.regulus.samples.glyphs;

import io.regulus.data.Dataset;
import io.regulus.model.HtmlReport;
import io.regulus.model.Model;
import io.regulus.report.TextTable;
import io.regulus.samples.Console;
import io.regulus.samples.Contender;
import io.regulus.samples.ImageFolder;
import io.regulus.samples.Options;
import io.regulus.samples.Places;
import io.regulus.samples.chart.LearningCurve;
import io.regulus.train.Fit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a network with and without regularisation on images, and compares them. */
@Command(
        name = "glyphs",
        description = "Trains a small image network with and without regularisation, on letters that it draws itself"
                + " or on MNIST's or Fashion-MNIST's files.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class GlyphsCommand implements Callable<Integer> {
    private static final int CLASSES = 10;
    private static final double NOISE_OF_GLYPHS = 0.2;

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "<folder>", description = "Four IDX files to train on instead of letters.")
    private Path data;

    @Option(
            names = "--epochs",
            paramLabel = "<n>",
            defaultValue = "40",
            description = "Passes over the training rows. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(
            names = "--batch",
            paramLabel = "<rows>",
            defaultValue = "32",
            description = "Rows per step. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(
            names = "--train-rows",
            paramLabel = "<rows>",
            defaultValue = "1000",
            description = "Rows to learn from; few, so that the network can overfit. Default: ${DEFAULT-VALUE}.")
    private int trainRows;

    @Option(
            names = "--test-rows",
            paramLabel = "<rows>",
            defaultValue = "2000",
            description = "Rows to judge by. Default: ${DEFAULT-VALUE}.")
    private int testRows;

    @Option(
            names = "--label-noise",
            paramLabel = "<share>",
            description = "Share of training rows given a wrong label. Default: 0.2 for letters, 0 with --data.")
    private Double labelNoise;

    @Option(
            names = "--seed",
            paramLabel = "<n>",
            defaultValue = "1",
            description = "Of data, weights and row order. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "<folder>",
            description = "For the pictures and reports. Default: target/demo of the samples.")
    private Path out;

    private Console console;

    @Override
    public Integer call() {
        console = Console.of(spec);
        Options.requireAtLeastOne("--epochs", epochs);
        Options.requireAtLeastOne("--batch", batch);
        Options.requireAtLeastOne("--train-rows", trainRows);
        Options.requireAtLeastOne("--test-rows", testRows);
        double share = labelNoise != null ? labelNoise : data == null ? NOISE_OF_GLYPHS : 0;
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("--label-noise = " + share + ": must be in [0, 1); 0.2 is a fifth");
        }
        Path folder = Places.output(out);
        ImageFolder images = data == null ? letters() : files();
        LabelNoise train = LabelNoise.add(images.train(), share, CLASSES, seed);
        describe(train, images.test(), folder.resolve("training-images.png"));

        Entry.all().forEach(entry -> warmUp(entry.network(), train.data()));
        List<Outcome> outcomes = new ArrayList<>();
        for (Entry entry : Entry.all()) {
            outcomes.add(train(entry, train, images.test(), folder));
        }
        report(outcomes, train);
        where(outcomes, folder);
        return ExitCode.OK;
    }

    private ImageFolder letters() {
        Dataset all = Glyphs.draw(Math.addExact(trainRows, testRows), seed);
        return new ImageFolder(all.range(0, trainRows), all.range(trainRows, all.size()));
    }

    private ImageFolder files() {
        ImageFolder all = ImageFolder.read(data);
        return new ImageFolder(
                all.train().shuffled(seed).take(Math.min(trainRows, all.train().size())),
                all.test().shuffled(seed).take(Math.min(testRows, all.test().size())));
    }

    /** Untimed: what the first steps of a process cost is not the first network's fault. */
    private void warmUp(Contender network, Dataset train) {
        Dataset some = train.take(Math.min(batch, train.size()));
        try (Model model = network.create(seed)) {
            model.fit(some, Fit.epochs(1).batchSize(batch).verbose(false));
            model.evaluate(some);
        }
    }

    private void describe(LabelNoise train, Dataset test, Path sheet) {
        console.say("Does regularisation help?");
        console.say("");
        console.say("Images    %s", data == null ? "10 letters, 28 x 28, drawn by the demo" : Places.show(data));
        int wrong = train.wrong().size();
        console.say(
                "Training  %,d rows, %s",
                train.data().size(), wrong == 0 ? "labels as given" : wrong + " with a wrong label");
        console.say("Test      %,d rows, %s", test.size(), data == null ? "all labels right" : "labels as given");
        try {
            ContactSheet.write(train, CLASSES, sheet);
            console.say("Picture   %s", Places.show(sheet));
            console.say(
                    "          a line of training images for each label%s",
                    wrong == 0 ? "" : "; red frame: label is wrong");
        } catch (IOException | RuntimeException | LinkageError failure) {
            console.say("Picture   none: %s", failure);
        }
        console.say("");
    }

    private Outcome train(Entry entry, LabelNoise train, Dataset test, Path folder) {
        console.say("%s: %s", entry.model(), entry.means());
        try (Model model = entry.network().create(seed)) {
            Watch watch = new Watch(model, train.data(), console);
            HtmlReport report = HtmlReport.of(model, reportOf(entry.network(), folder));
            model.fit(
                    train.data(),
                    Fit.epochs(epochs)
                            .batchSize(batch)
                            .seed(seed)
                            .verbose(false)
                            .validateOn(test)
                            .callback(watch)
                            .callback(report));
            double seconds = watch.seconds();
            report.test(test);
            console.say("");
            OptionalDouble learntByHeart = train.wrongRows().stream()
                    .mapToDouble(rows -> model.evaluate(rows).metric("accuracy"))
                    .findFirst();
            return new Outcome(entry.network(), watch.trainCurve(), watch.testCurve(), learntByHeart, seconds);
        }
    }

    private void report(List<Outcome> outcomes, LabelNoise train) {
        TextTable.Builder columns = TextTable.builder()
                .left("network")
                .right("train accuracy")
                .right("test accuracy")
                .right("gap");
        if (!train.wrong().isEmpty()) {
            columns.right("wrong labels learnt");
        }
        TextTable table = columns.right("time").build();
        for (Outcome outcome : outcomes) {
            List<String> cells = new ArrayList<>(List.of(
                    outcome.network().name(),
                    percent("%.1f %%", outcome.train()),
                    percent("%.1f %%", outcome.test()),
                    percent("%+.1f", outcome.gap())));
            outcome.learntByHeart().ifPresent(share -> cells.add(percent("%.1f %%", share)));
            cells.add(String.format(Locale.ROOT, "%.1f s", outcome.seconds()));
            table.row(cells.toArray(String[]::new));
        }
        console.print(table);
        console.say("");
        console.say("gap: train less test accuracy, in points.");
        double wrong = (double) train.wrong().size() / train.data().size();
        if (wrong > 0) {
            console.say(
                    "Of the training labels %s are wrong. Train accuracy takes them as right:",
                    percent("%.0f %%", wrong));
            console.say(
                    "who sees through them all gets %s, who learns them by heart 100 %%.",
                    percent("%.0f %%", 1 - wrong));
        }
        console.say("");
    }

    private Path draw(List<Outcome> outcomes, Path folder) {
        LearningCurve chart = new LearningCurve("Accuracy with and without regularisation", "accuracy, %");
        for (Outcome outcome : outcomes) {
            String name = outcome.network().name();
            chart.add(name + ", training", inPercent(outcome.trainCurve()), LearningCurve.Line.DASHED);
            chart.add(name + ", test", inPercent(outcome.testCurve()), LearningCurve.Line.SOLID);
        }
        return chart.write(folder, "learning-curve");
    }

    private static Path reportOf(Contender network, Path folder) {
        return folder.resolve(network.name() + ".html");
    }

    private void where(List<Outcome> outcomes, Path folder) {
        console.sayGeneratedSources(GlyphNet.class.getPackage());
        console.say("Learning curve     %s", Places.show(draw(outcomes, folder)));
        for (Outcome outcome : outcomes) {
            console.say("Report             %s", Places.show(reportOf(outcome.network(), folder)));
        }
    }

    private static List<Double> inPercent(List<Double> shares) {
        return shares.stream().map(share -> 100 * share).toList();
    }

    private static String percent(String format, double share) {
        return String.format(Locale.ROOT, format, 100 * share);
    }
}
