package io.regulus.samples.techniques;

import io.regulus.data.Dataset;
import io.regulus.samples.Console;
import io.regulus.samples.ImageFolder;
import java.time.Duration;
import java.util.List;

/** Makes the runs that are not there yet: all techniques with the first seed, then with the next. */
final class Comparison {
    private final ImageFolder images;
    private final Plan plan;
    private final RunsFile file;
    private final Console console;

    Comparison(ImageFolder images, Plan plan, RunsFile file, Console console) {
        this.images = images;
        this.plan = plan;
        this.file = file;
        this.console = console;
    }

    /**
     * Makes them.
     *
     * @param techniques the baseline first: it warms the process up, too
     * @param seeds from 1 to this
     */
    void run(List<Technique> techniques, int seeds) {
        boolean warm = false;
        for (long seed = 1; seed <= seeds; seed++) {
            Dataset train = images.train().shuffled(seed).take(plan.trainRows());
            for (Technique technique : techniques) {
                if (file.has(technique.name(), seed)) {
                    continue;
                }
                if (!warm) {
                    warmUp(techniques.get(0), train);
                    warm = true;
                }
                Run run = run(technique, new Trial(train, plan.epochs(), plan.batch(), seed));
                file.add(run);
                console.say(
                        "%-44s seed %d   test %5.2f %%   gap %5.2f   test loss %.3f   %6.1f s",
                        run.technique(),
                        seed,
                        100 * run.testAccuracy(),
                        100 * run.gap(),
                        run.testLoss(),
                        run.seconds());
            }
        }
    }

    /** Untimed: what the first steps of a process cost is not the first technique's fault. */
    private void warmUp(Technique first, Dataset train) {
        Dataset some = train.take(Math.min(plan.batch(), train.size()));
        try (Trained trained = first.trainer().train(new Trial(some, 1, plan.batch(), 0))) {
            score(trained, some);
        }
    }

    private Run run(Technique technique, Trial trial) {
        Duration cpu = cpuTime();
        long start = System.nanoTime();
        try (Trained trained = technique.trainer().train(trial)) {
            double seconds = (System.nanoTime() - start) / 1e9;
            double cpuSeconds = cpuTime().minus(cpu).toMillis() / 1e3;
            Score onTrain = score(trained, trial.train());
            Score onTest = score(trained, images.test());
            return new Run(
                    technique.name(),
                    trial.seed(),
                    onTrain.accuracy(),
                    onTrain.loss(),
                    onTest.accuracy(),
                    onTest.loss(),
                    seconds,
                    cpuSeconds);
        }
    }

    private static Score score(Trained trained, Dataset data) {
        return Score.of(trained.probabilities(data), data.labels().toArray());
    }

    /** Zero where the system does not tell. */
    private static Duration cpuTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
