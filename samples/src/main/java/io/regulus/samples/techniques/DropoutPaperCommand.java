package io.regulus.samples.techniques;

import io.regulus.samples.techniques.dropout.DropoutPaperSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The order that the dropout paper found on MNIST, once more. */
@Command(
        name = "dropout-paper",
        description =
                "Trains the dropout paper's network for MNIST (Srivastava et al., 2014, table 9) with L2, max-norm and dropout,"
                        + " and compares them in the order the paper found.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class DropoutPaperCommand extends ComparisonCommand {
    @Option(
            names = "--train-rows",
            paramLabel = "<rows>",
            defaultValue = "10000",
            description = "Rows to learn from; MNIST has 60000. Default: ${DEFAULT-VALUE}.")
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
            defaultValue = "100",
            description = "Rows per step. Default: ${DEFAULT-VALUE}.")
    private int batch;

    /** Of the networks of the paper. */
    public DropoutPaperCommand() {
        super(DropoutPaperSuite::suite);
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
