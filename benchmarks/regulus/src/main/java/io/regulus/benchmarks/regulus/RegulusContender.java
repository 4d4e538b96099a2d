package io.regulus.benchmarks.regulus;

import io.regulus.benchmarks.Contender;
import io.regulus.benchmarks.Harness;
import io.regulus.benchmarks.Job;
import io.regulus.benchmarks.Network;
import io.regulus.benchmarks.Samples;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.train.Callback;
import io.regulus.train.EpochResult;
import io.regulus.train.Fit;
import io.regulus.train.TrainingRun;
import java.util.function.DoubleConsumer;
import org.tensorflow.TensorFlow;

/** Regulus as a user has it: {@code fit} with its defaults, which shuffle the rows and count the accuracy. */
public final class RegulusContender implements Contender {
    // [user code
    private final Network network;
    private final Model model;

    private RegulusContender(Job job) {
        network = job.workload().network();
        model = Models.create(job);
    }
    // user code]

    private static int[][] ids(float[][] rows) {
        int[][] ids = new int[rows.length][rows[0].length];
        for (int row = 0; row < ids.length; row++) {
            for (int i = 0; i < ids[row].length; i++) {
                ids[row][i] = (int) rows[row][i];
            }
        }
        return ids;
    }

    /** Runs a process. */
    public static void main(String[] args) throws Exception {
        Harness.main(args, TensorFlow::version, RegulusContender::new);
    }

    // [user code
    @Override
    public void train(Samples samples, int epochs, DoubleConsumer afterEpoch) {
        Callback tell = new Callback() {
            @Override
            public void onEpochEnd(TrainingRun run, EpochResult epoch) {
                afterEpoch.accept(epoch.training().loss());
            }
        };
        model.fit(
                dataset(samples),
                Fit.epochs(epochs).batchSize(network.batch()).callback(tell).verbose(false));
    }

    @Override
    public float[][] predict(float[][] rows) {
        return model.predictions(network.readsIds() ? Dataset.ofInts(ids(rows)) : Dataset.of(rows));
    }

    private Dataset dataset(Samples samples) {
        int rows = samples.size();
        if (network.readsIds()) {
            return Dataset.ofInts(ids(samples.rows(0, rows)), samples.labels(0, rows));
        }
        float[] features = samples.features(0, rows);
        return network.classifies()
                ? Dataset.ofFlat(features, samples.width(), samples.labels(0, rows))
                : Dataset.ofFlat(features, samples.width(), samples.values(0, rows));
    }

    @Override
    public void close() {
        model.close();
    }
    // user code]
}
