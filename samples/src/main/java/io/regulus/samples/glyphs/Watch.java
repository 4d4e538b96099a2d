package io.regulus.samples.glyphs;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.samples.Console;
import io.regulus.train.Callback;
import io.regulus.train.EpochResult;
import io.regulus.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures both accuracies after each epoch, and now and then prints them. The training accuracy that a fit reports is
 * measured on the way, dropout on; here both are to be compared, so the training rows are evaluated as the test rows are, which the fit validates on.
 */
final class Watch implements Callback {
    private static final int LINES = 8;

    private final Model model;
    private final Dataset train;
    private final Console console;
    private final long start = System.nanoTime();
    private final List<Double> trainCurve = new ArrayList<>();
    private final List<Double> testCurve = new ArrayList<>();

    Watch(Model model, Dataset train, Console console) {
        this.model = model;
        this.train = train;
        this.console = console;
    }

    @Override
    public void onEpochEnd(TrainingRun run, EpochResult result) {
        double onTrain = model.evaluate(train).metric("accuracy");
        double onTest = result.validation().orElseThrow().metric("accuracy");
        trainCurve.add(onTrain);
        testCurve.add(onTest);
        int epoch = result.epoch();
        if (epoch % Math.max(1, run.epochs() / LINES) == 0 || epoch == 1 || epoch == run.epochs()) {
            int width = Integer.toString(run.epochs()).length();
            console.say(
                    "  epoch %" + width + "d/%d   train %5.1f %%   test %5.1f %%   %5.1f s",
                    epoch,
                    run.epochs(),
                    100 * onTrain,
                    100 * onTest,
                    seconds());
        }
    }

    List<Double> trainCurve() {
        return List.copyOf(trainCurve);
    }

    List<Double> testCurve() {
        return List.copyOf(testCurve);
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
