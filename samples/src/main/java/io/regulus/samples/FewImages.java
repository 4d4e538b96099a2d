package io.regulus.samples;

import io.regulus.data.Dataset;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of commands that learn from few of the images that there are. */
public final class FewImages {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "<folder>",
            description = "The four IDX files of Fashion-MNIST or MNIST.")
    private Path data;

    @Option(
            names = "--train-rows",
            paramLabel = "<rows>",
            defaultValue = "5000",
            description = "Rows to learn from, the first of the file. Default: ${DEFAULT-VALUE}.")
    private int trainRows;

    @Option(
            names = "--validation-rows",
            paramLabel = "<rows>",
            defaultValue = "2000",
            description = "Rows to compare by, those after them. Default: ${DEFAULT-VALUE}.")
    private int validationRows;

    /**
     * The images that were asked for.
     *
     * @param test all of the second file
     */
    public record Parts(Dataset train, Dataset validation, Dataset test) {}

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException if there are fewer rows than are asked for
     */
    public Parts read() {
        Options.requireAtLeastOne("--train-rows", trainRows);
        Options.requireAtLeastOne("--validation-rows", validationRows);
        ImageFolder images = ImageFolder.read(data);
        int rows = images.train().size();
        if ((long) trainRows + validationRows > rows) {
            throw new IllegalArgumentException("--train-rows = " + trainRows + " and --validation-rows = "
                    + validationRows + ": there are " + rows);
        }
        return new Parts(
                images.train().take(trainRows),
                images.train().range(trainRows, trainRows + validationRows),
                images.test());
    }
}
