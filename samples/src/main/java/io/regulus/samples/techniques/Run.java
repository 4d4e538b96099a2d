package io.regulus.samples.techniques;

import java.util.Locale;

/**
 * What one training came to.
 *
 * @param technique its name
 * @param seed of rows, weights and order
 * @param trainAccuracy share of the training rows it gets right, as in use
 * @param trainLoss mean cross-entropy of the training rows
 * @param testAccuracy share of the test rows it gets right
 * @param testLoss mean cross-entropy of the test rows
 * @param seconds that training took by the clock
 * @param cpuSeconds that training took of all processors together, which others on the machine disturb less
 */
record Run(
        String technique,
        long seed,
        double trainAccuracy,
        double trainLoss,
        double testAccuracy,
        double testLoss,
        double seconds,
        double cpuSeconds) {
    static final String HEADER = "technique,seed,train accuracy,train loss,test accuracy,test loss,seconds,cpu seconds";

    private static final int CELLS = 8;

    /** What it knows by heart and not by rule. */
    double gap() {
        return trainAccuracy - testAccuracy;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%s,%d,%.4f,%.5f,%.4f,%.5f,%.2f,%.2f",
                technique,
                seed,
                trainAccuracy,
                trainLoss,
                testAccuracy,
                testLoss,
                seconds,
                cpuSeconds);
    }

    static Run parse(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != CELLS) {
            throw new IllegalArgumentException("'" + line + "' has " + cells.length + " cells, not " + CELLS);
        }
        double[] numbers = new double[CELLS];
        for (int i = 1; i < CELLS; i++) {
            try {
                numbers[i] = Double.parseDouble(cells[i]);
            } catch (NumberFormatException no) {
                throw new IllegalArgumentException("'" + line + "': '" + cells[i] + "' is no number", no);
            }
        }
        return new Run(
                cells[0], (long) numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6], numbers[7]);
    }
}
