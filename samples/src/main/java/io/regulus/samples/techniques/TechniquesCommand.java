package io.regulus.samples.techniques;

import io.regulus.samples.techniques.fashion.FashionSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** All techniques on few images, where a network overfits. */
@Command(
        name = "techniques",
        description =
                "Trains one small convolutional network with each way of regularising, and with some together, on few"
                        + " images of Fashion-MNIST, and compares accuracy, gap and time. It takes hours for all; it goes on where it"
                        + " stopped.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class TechniquesCommand extends ComparisonCommand {
    @Option(
            names = "--train-rows",
            paramLabel = "<rows>",
            defaultValue = "5000",
            description = "Rows to learn from; few, so that the network can overfit. Default: ${DEFAULT-VALUE}.")
    private int trainRows;

    @Option(
            names = "--epochs",
            paramLabel = "<n>",
            defaultValue = "30",
            description = "Passes over the training rows. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(
            names = "--batch",
            paramLabel = "<rows>",
            defaultValue = "64",
            description = "Rows per step. Default: ${DEFAULT-VALUE}.")
    private int batch;

    /** Of the networks for Fashion-MNIST. */
    public TechniquesCommand() {
        super(FashionSuite::suite);
    }

    @Override
    int trainRows() {
        return trainRows;
    }

    @Override
    int epochs() {
        return epochs;
    }

    @Override
    int batch() {
        return batch;
    }
}
