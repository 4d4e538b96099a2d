package io.regulus.samples.regression;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.report.TextTable;
import io.regulus.samples.Console;
import io.regulus.samples.Contender;
import io.regulus.samples.Options;
import io.regulus.samples.Spread;
import io.regulus.train.Fit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains three networks on a linear law and compares their losses. */
@Command(
        name = "regression",
        description = "Trains a network on a linear law: plain, with weight decay, with dropout.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class RegressionCommand implements Callable<Integer> {
    private static final int TRAIN_ROWS = 500;
    private static final int TEST_ROWS = 100;

    private static final List<Contender> CONTENDERS = List.of(
            new Contender("plain", PlainRegressionModel::create),
            new Contender("decay 0.01", DecayRegressionModel::create),
            new Contender("dropout 0.3", DropoutRegressionModel::create));

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--epochs",
            paramLabel = "<n>",
            defaultValue = "20",
            description = "Passes over the training rows. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(
            names = "--batch",
            paramLabel = "<rows>",
            defaultValue = "32",
            description = "Rows per step. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(
            names = "--seeds",
            paramLabel = "<n>",
            defaultValue = "5",
            description = "Number of runs; each has its own data, weights and row order. Default: ${DEFAULT-VALUE}.")
    private int seeds;

    private Console console;

    /** Mean squared errors of a trained network. */
    private record Losses(double train, double test) {}

    @Override
    public Integer call() {
        Options.requireAtLeastOne("--epochs", epochs);
        Options.requireAtLeastOne("--batch", batch);
        Options.requireAtLeastOne("--seeds", seeds);
        console = Console.of(spec);
        console.say("Does regularisation help where there is little to overfit?");
        console.say("");
        console.say("Data      a linear law of 12 features with little noise");
        console.say("Rows      %d to train on, %d to test on", TRAIN_ROWS, TEST_ROWS);
        console.say("Network   12-64-32-1, ReLU, Adam 0.005, %d epochs, batch %d", epochs, batch);
        console.say("");
        TextTable table = TextTable.builder()
                .left("network")
                .right("train loss")
                .right("test loss")
                .right("time")
                .build();
        CONTENDERS.forEach(contender -> train(contender, 1, 1)); // a warm-up, so that the first is not timed with it
        for (Contender contender : CONTENDERS) {
            compete(contender, table);
        }
        console.say("");
        console.print(table);
        console.say("");
        console.say(
                "loss: mean squared error without penalty or dropout; %s.",
                seeds == 1 ? "of one seed" : "mean of " + seeds + " seeds +- standard deviation");
        console.say("");
        console.sayGeneratedSources(PlainRegression.class.getPackage());
        return ExitCode.OK;
    }

    private void compete(Contender contender, TextTable table) {
        long start = System.nanoTime();
        double[] train = new double[seeds];
        double[] test = new double[seeds];
        for (int run = 0; run < seeds; run++) {
            Losses losses = train(contender, run + 1, epochs);
            train[run] = losses.train();
            test[run] = losses.test();
            console.say(
                    "%-12s seed %d   train %.4f   test %.4f", contender.name(), run + 1, losses.train(), losses.test());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        table.row(contender.name(), cell(train), cell(test), String.format(Locale.ROOT, "%.1f s", seconds));
    }

    /** A single run has no deviation. */
    private static String cell(double... losses) {
        return losses.length == 1
                ? String.format(Locale.ROOT, "%.4f", losses[0])
                : Spread.of(losses).toString();
    }

    private Losses train(Contender contender, long seed, int epochs) {
        Dataset all = LinearData.draw(TRAIN_ROWS + TEST_ROWS, seed);
        Dataset train = all.take(TRAIN_ROWS);
        Dataset test = all.range(TRAIN_ROWS, all.size());
        try (Model model = contender.create(seed)) {
            model.fit(train, Fit.epochs(epochs).batchSize(batch).seed(seed).verbose(false));
            return new Losses(model.evaluate(train).loss(), model.evaluate(test).loss());
        }
    }
}
