package io.regulus.benchmarks.dl4j;

import io.regulus.benchmarks.Contender;
import io.regulus.benchmarks.Harness;
import io.regulus.benchmarks.Job;
import io.regulus.benchmarks.Network;
import io.regulus.benchmarks.Samples;
import java.util.function.DoubleConsumer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** DL4J: {@code fit} on a data set a step. */
public final class Dl4jContender implements Contender {
    // [user code
    private final Network network;
    private final MultiLayerNetwork model;

    private Dl4jContender(Job job) {
        network = job.workload().network();
        model = new MultiLayerNetwork(Configurations.of(network));
        model.init();
    }
    // user code]

    /** Runs a process. */
    public static void main(String[] args) throws Exception {
        Harness.main(args, Nd4j::getBackend, Dl4jContender::new);
    }

    // [user code
    @Override
    public void train(Samples samples, int epochs, DoubleConsumer afterEpoch) {
        int batch = network.batch();
        int steps = samples.size() / batch;
        for (int epoch = 0; epoch < epochs; epoch++) {
            double sum = 0;
            for (int step = 0; step < steps; step++) {
                model.fit(batch(samples, step * batch));
                sum += model.score();
            }
            afterEpoch.accept(sum / steps);
        }
    }

    private DataSet batch(Samples samples, int from) {
        int rows = network.batch();
        INDArray features = Nd4j.create(samples.features(from, rows), rows, network.inputs());
        float[] targets = network.classifies() ? oneHot(samples.labels(from, rows)) : samples.values(from, rows);
        return new DataSet(features, Nd4j.create(targets, rows, network.outputs()));
    }

    private float[] oneHot(int[] labels) {
        float[] oneHot = new float[labels.length * network.outputs()];
        for (int row = 0; row < labels.length; row++) {
            oneHot[row * network.outputs() + labels[row]] = 1;
        }
        return oneHot;
    }

    @Override
    public float[][] predict(float[][] rows) {
        return model.output(Nd4j.create(rows)).toFloatMatrix();
    }

    @Override
    public void close() {
        model.close();
    }
    // user code]
}
