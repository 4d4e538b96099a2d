package io.regulus.samples.techniques;

import io.regulus.report.TextTable;
import io.regulus.samples.Console;
import io.regulus.samples.ImageFolder;
import io.regulus.samples.Options;
import io.regulus.samples.Places;
import java.awt.AWTError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the comparisons have in common: options, runs that are kept, a table and a picture. */
abstract class ComparisonCommand implements Callable<Integer> {
    private final Supplier<Suite> source;
    private Suite suite;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "<folder>",
            description = "The four IDX files of the images, packed or not.")
    private Path data;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "<name>",
            description =
                    "Names of techniques or of their families, by commas, with hyphens for blanks; the baseline is"
                            + " always run. Default: all.")
    private List<String> only = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "<n>",
            defaultValue = "3",
            description = "Runs of each technique; each seed has its own training rows, weights and order."
                    + " Default: ${DEFAULT-VALUE}.")
    private int seeds;

    @Option(
            names = "--test-rows",
            paramLabel = "<rows>",
            defaultValue = "10000",
            description = "Rows to judge by, the first of the files. Default: ${DEFAULT-VALUE}.")
    private int testRows;

    @Option(
            names = "--out",
            paramLabel = "<folder>",
            description =
                    "For runs.csv, to which each run is added as it ends, the tables and the picture. Runs that are"
                            + " there are not made again. Default: a folder in target/demo of the samples.")
    private Path out;

    /** The suite is made when the command is run, not when the demo lists its commands. */
    ComparisonCommand(Supplier<Suite> source) {
        this.source = source;
    }

    abstract int trainRows();

    abstract int epochs();

    abstract int batch();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        Options.requireAtLeastOne("--train-rows", trainRows());
        Options.requireAtLeastOne("--test-rows", testRows);
        Options.requireAtLeastOne("--epochs", epochs());
        Options.requireAtLeastOne("--batch", batch());
        Options.requireAtLeastOne("--seeds", seeds);
        suite = source.get();
        List<Technique> chosen = suite.chosen(only);
        ImageFolder images = images();
        Path folder = Places.output(out != null ? out : Places.output(null).resolve(suite.name()));
        Plan plan = Plan.of(suite, images, trainRows(), epochs(), batch());
        RunsFile file = RunsFile.open(folder, plan);
        console.say("Which technique helps?");
        console.say("");
        console.say("Images    %s", Places.show(data));
        console.say(
                "Rows      %,d to train on, %,d to test on",
                trainRows(), images.test().size());
        console.say("Network   %s", suite.network());
        console.say("Training  %d epochs, batch %d", epochs(), batch());
        console.say(
                "Runs      %d techniques, %d seeds; %d runs are there",
                chosen.size(), seeds, file.runs().size());
        console.say("");
        new Comparison(images, plan, file, console).run(chosen, seeds);
        report(console, folder, Summary.of(file.runs(), suite.baseline().name()));
        return ExitCode.OK;
    }

    private ImageFolder images() {
        ImageFolder all = ImageFolder.read(data);
        if (trainRows() > all.train().size()) {
            throw new IllegalArgumentException("--train-rows = " + trainRows() + ": there are "
                    + all.train().size());
        }
        return new ImageFolder(
                all.train(), all.test().take(Math.min(testRows, all.test().size())));
    }

    private void report(Console console, Path folder, Summary summary) {
        TextTable table = TextTable.builder()
                .left("technique")
                .right("test accuracy")
                .right("difference")
                .right("gap")
                .right("CPU time")
                .build();
        for (Standing one : summary.standings()) {
            table.row(
                    one.technique(),
                    percent("%.2f %%", one.testAccuracy().mean()),
                    percent("%+.2f", one.difference().mean()),
                    percent("%.1f", one.gap().mean()),
                    String.format(Locale.ROOT, "x %.1f", one.cpuRatio()));
        }
        console.say("");
        console.print(table);
        console.say("");
        console.say(
                "Means over the seeds; differences to '%s'.", suite.baseline().name());
        console.say("Table    %s", Places.show(new SummaryFiles(suite, summary).write(folder)));
        try {
            Path picture = folder.resolve("summary.png");
            new SummaryChart(suite, summary).write(picture);
            console.say("Picture  %s", Places.show(picture));
        } catch (IOException | RuntimeException | LinkageError | InternalError | AWTError cannotDraw) {
            // as LearningCurve: what a JDK without fonts throws is nowhere specified
            console.say("Picture  none: %s", cannotDraw);
        }
    }

    private static String percent(String format, double share) {
        return String.format(Locale.ROOT, format, 100 * share);
    }
}
