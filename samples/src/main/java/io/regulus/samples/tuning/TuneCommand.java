package io.regulus.samples.tuning;

import io.regulus.samples.Console;
import io.regulus.samples.FewImages;
import io.regulus.samples.Options;
import io.regulus.samples.Places;
import io.regulus.train.Fit;
import io.regulus.tune.Range;
import io.regulus.tune.Tuner;
import io.regulus.tune.TuningResult;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Searches for the L2 and the dropout of a network on few images. */
@Command(
        name = "tune",
        description =
                "Searches for L2 in 1e-5..1e-3 and dropout in 0..0.7 on few images of Fashion-MNIST. Killed, it goes on"
                        + " where it stopped.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class TuneCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private FewImages images;

    @Option(
            names = "--trials",
            paramLabel = "<n>",
            defaultValue = "24",
            description = "Settings to try. Default: ${DEFAULT-VALUE}.")
    private int trials;

    @Option(
            names = "--epochs",
            paramLabel = "<n>",
            defaultValue = "10",
            description = "Passes over the training rows. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(
            names = "--threads",
            paramLabel = "<n>",
            defaultValue = "2",
            description = "Trials at a time. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--out",
            paramLabel = "<folder>",
            description = "For the trials, the table and the report. Default: target/demo of the samples.")
    private Path out;

    @Override
    public Integer call() {
        Options.requireAtLeastOne("--trials", trials);
        Options.requireAtLeastOne("--epochs", epochs);
        Options.requireAtLeastOne("--threads", threads);
        Console console = Console.of(spec);
        Path folder = Places.output(out);
        FewImages.Parts parts = images.read();
        TuningResult result = Tuner.of(TunedNetModel.type())
                .range("network.l2", Range.log(1e-5, 1e-3))
                .range("hidden.dropout", Range.linear(0, 0.7))
                .tpe(trials, 1)
                .fit(Fit.epochs(epochs).batchSize(64).validateOn(parts.validation()))
                .threads(threads)
                .folder(folder.resolve("search"))
                .onTrial(trial ->
                        console.say("trial %2d  %-9s val_loss %.4f", trial.number(), trial.state(), trial.objective()))
                .run(parts.train());
        console.say("");
        console.print(result.table());
        result.toCsv(folder.resolve("trials.csv"));
        result.toHtml(folder.resolve("search.html"));
        console.say("");
        console.say("Every trial    %s", Places.show(folder.resolve("trials.csv")));
        console.say("Report         %s", Places.show(folder.resolve("search.html")));
        return ExitCode.OK;
    }
}
