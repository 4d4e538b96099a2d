package io.regulus.benchmarks;

import java.util.function.DoubleConsumer;

/** Told of the end of each epoch, it measures from the end of the last warm-up epoch to that of the last epoch. */
final class Laps implements DoubleConsumer {
    private final int warmUpEpochs;
    private int epochs;
    private Stopwatch stopwatch;
    private double seconds;
    private double cpuMillis;
    private double lastLoss = Double.NaN;

    Laps(int warmUpEpochs) {
        if (warmUpEpochs < 1) {
            throw new IllegalArgumentException(
                    "warm-up epochs = " + warmUpEpochs + ": at least 1, the first starts late");
        }
        this.warmUpEpochs = warmUpEpochs;
    }

    @Override
    public void accept(double loss) {
        epochs++;
        lastLoss = loss;
        if (epochs == warmUpEpochs) {
            stopwatch = new Stopwatch();
        } else if (epochs > warmUpEpochs) {
            seconds = stopwatch.seconds();
            cpuMillis = stopwatch.cpuMillis();
        }
    }

    double seconds() {
        return seconds;
    }

    double cpuMillis() {
        return cpuMillis;
    }

    double lastLoss() {
        return lastLoss;
    }
}
