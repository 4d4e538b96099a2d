package io.regulus.benchmarks;

/** The main of every contender's process: does the job of its argument and prints one line with the outcome. */
public final class Harness {
    /** Rows that the loss after training is taken on, the same for all. */
    private static final int CHECKED_ROWS = 2048;

    private static final int ROWS_PER_PREDICTION = 256;

    private final Job job;
    private final Network network;
    private final Contender contender;
    private final long loadedMillis;

    private Harness(Job job, Contender contender, long loadedMillis) {
        this.job = job;
        this.loadedMillis = loadedMillis;
        this.network = job.workload().network();
        this.contender = contender;
    }

    /** Runs a process. It ends here, for some libraries leave threads behind that would keep it alive. */
    public static void main(String[] args, Contender.Library library, Contender.Factory factory) throws Exception {
        Job job = Job.of(args[0]);
        library.load();
        long loadedMillis = System.currentTimeMillis();
        try (Contender contender = factory.create(job)) {
            Harness harness = new Harness(job, contender, loadedMillis);
            Outcome outcome = job.workload().trains() ? harness.train() : harness.predict();
            System.out.println(outcome.line());
        } catch (Exception | Error failure) {
            failure.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private Outcome train() throws Exception {
        Effort effort = job.effort();
        contender.train(Synthetic.samples(network, network.batch()), 1, loss -> {});
        double firstStep = secondsSince(job.launchedMillis());
        double built = secondsSince(loadedMillis);
        Samples samples = Synthetic.samples(network, effort.rows());

        Laps laps = new Laps(effort.warmUpEpochs());
        contender.train(samples, effort.warmUpEpochs() + effort.measuredEpochs(), laps);
        double peak = Usage.peakMegabytes();

        long stepsPerEpoch = samples.size() / network.batch();
        long measured = stepsPerEpoch * effort.measuredEpochs();
        return new Outcome(
                measured / laps.seconds(),
                laps.cpuMillis() / measured,
                peak,
                firstStep,
                built,
                new Outcome.Training(
                        1 + stepsPerEpoch * (effort.warmUpEpochs() + effort.measuredEpochs()),
                        laps.lastLoss(),
                        loss(samples),
                        Losses.naive(network, samples, checkedRows(samples))));
    }

    private Outcome predict() throws Exception {
        float[][] rows = Synthetic.samples(network, job.workload().rowsPerCall())
                .rows(0, job.workload().rowsPerCall());
        requireFinite(contender.predict(rows));
        double firstStep = secondsSince(job.launchedMillis());
        double built = secondsSince(loadedMillis);

        double seconds = job.effort().seconds();
        call(rows, seconds / 2);
        Stopwatch stopwatch = new Stopwatch();
        long calls = call(rows, seconds);
        return new Outcome(
                calls / stopwatch.seconds(),
                stopwatch.cpuMillis() / calls,
                Usage.peakMegabytes(),
                firstStep,
                built,
                null);
    }

    private long call(float[][] rows, double seconds) throws Exception {
        Stopwatch stopwatch = new Stopwatch();
        long calls = 0;
        do {
            contender.predict(rows);
            calls++;
        } while (stopwatch.seconds() < seconds);
        return calls;
    }

    private double loss(Samples samples) throws Exception {
        int rows = checkedRows(samples);
        double sum = 0;
        for (int from = 0; from < rows; from += ROWS_PER_PREDICTION) {
            int count = Math.min(ROWS_PER_PREDICTION, rows - from);
            sum += Losses.sum(network, samples, from, contender.predict(samples.rows(from, count)));
        }
        return sum / rows;
    }

    private static int checkedRows(Samples samples) {
        return Math.min(CHECKED_ROWS, samples.size());
    }

    private static void requireFinite(float[][] predictions) {
        for (float[] row : predictions) {
            for (float value : row) {
                if (!Float.isFinite(value)) {
                    throw new IllegalStateException("a prediction is not finite: " + value);
                }
            }
        }
    }

    private static double secondsSince(long millis) {
        return (System.currentTimeMillis() - millis) / 1e3;
    }
}
