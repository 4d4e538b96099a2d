package io.regulus.samples.houses;

import io.regulus.data.Splitter;
import io.regulus.engine.Settings;
import io.regulus.files.CsvFiles;
import io.regulus.samples.Console;
import io.regulus.samples.Options;
import io.regulus.train.Evaluation;
import io.regulus.train.Fit;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns the prices of houses from a table with missing values and a category. */
@Command(
        name = "houses",
        description = "Learns the median price of houses by district, from California Housing's table as it is.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class HousesCommand implements Callable<Integer> {
    private static final double TRAIN_SHARE = 0.8;
    private static final int SHOWN = 5;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "<file>",
            description = "california_housing.csv, with total_bedrooms and ocean_proximity.")
    private Path data;

    @Option(
            names = "--epochs",
            paramLabel = "<n>",
            defaultValue = "40",
            description = "Passes over the training rows. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(
            names = "--seed",
            paramLabel = "<n>",
            defaultValue = "1",
            description = "Of the split, the weights and the order of rows. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public Integer call() {
        Options.requireAtLeastOne("--epochs", epochs);
        Console console = Console.of(spec);
        List<District> districts = CsvFiles.read(data).load(DistrictRows.schema());
        Splitter.Split<List<District>> parts = Splitter.shuffled(seed).split(districts, TRAIN_SHARE);
        console.say(
                "Rows      %d to train on, %d to test on",
                parts.first().size(), parts.second().size());
        try (HousePriceNetModel model =
                HousePriceNetModel.create(Settings.defaults().withSeed(seed))) {
            model.fit(parts.first(), Fit.epochs(epochs).batchSize(64).seed(seed).verbose(false));
            Evaluation test = model.evaluate(parts.second());
            console.say("Test      R2 %.3f", test.metric("r2"));
            console.say("");
            for (District district :
                    parts.second().subList(0, Math.min(SHOWN, parts.second().size()))) {
                console.say(
                        "%-10s income %5.2f   %7.0f dollars, predicted %7.0f",
                        district.oceanProximity(),
                        district.medianIncome(),
                        district.medianHouseValue(),
                        model.predict(district));
            }
        }
        console.say("");
        console.sayGeneratedSources(HousePriceNet.class.getPackage());
        return ExitCode.OK;
    }
}
