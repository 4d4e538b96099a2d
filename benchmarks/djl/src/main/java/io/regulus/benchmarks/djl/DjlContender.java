package io.regulus.benchmarks.djl;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.regulus.benchmarks.Contender;
import io.regulus.benchmarks.Harness;
import io.regulus.benchmarks.Job;
import io.regulus.benchmarks.Network;
import io.regulus.benchmarks.Samples;
import java.util.function.DoubleConsumer;

/** DJL on PyTorch: a trainer, and the loop that DJL's own EasyTrain runs. */
public final class DjlContender implements Contender {
    // [user code
    private final Network network;
    private final Model model;
    private final Trainer trainer;

    private DjlContender(Job job) {
        network = job.workload().network();
        Engine.getInstance().setRandomSeed(1);
        model = Model.newInstance("model", Device.cpu());
        model.setBlock(Blocks.of(network));
        trainer = model.newTrainer(new DefaultTrainingConfig(loss(network))
                .optDevices(new Device[] {Device.cpu()})
                .optInitializer(glorotUniform(), Parameter.Type.WEIGHT)
                .optOptimizer(optimizer(network)));
        trainer.initialize(shape(network.batch()));
    }

    private static XavierInitializer glorotUniform() {
        return new XavierInitializer(XavierInitializer.RandomType.UNIFORM, XavierInitializer.FactorType.AVG, 3f);
    }
    // user code]

    /** Runs a process. */
    public static void main(String[] args) throws Exception {
        Harness.main(args, Engine::getInstance, DjlContender::new);
    }

    /** Without the weight 1, DJL's squared error is half of it. */
    private static Loss loss(Network network) {
        return network.classifies() ? Loss.softmaxCrossEntropyLoss() : Loss.l2Loss("squared error", 1);
    }

    /** DJL's decoupled decay falls on the biases as well, 97 of this network's 2,945 parameters. */
    private static Optimizer optimizer(Network network) {
        return network.classifies()
                ? new AdamWithL2(network.learningRate())
                : Optimizer.adamW()
                        .optLearningRateTracker(Tracker.fixed(network.learningRate()))
                        .optWeightDecays(Network.DECAY)
                        .build();
    }

    private Shape shape(int rows) {
        return network == Network.CNN ? new Shape(rows, 1, 28, 28) : new Shape(rows, network.inputs());
    }

    // [user code
    @Override
    public void train(Samples samples, int epochs, DoubleConsumer afterEpoch) {
        int batch = network.batch();
        int steps = samples.size() / batch;
        for (int epoch = 0; epoch < epochs; epoch++) {
            double sum = 0;
            for (int step = 0; step < steps; step++) {
                sum += step(samples, step * batch);
            }
            afterEpoch.accept(sum / steps);
        }
    }

    private float step(Samples samples, int from) {
        int rows = network.batch();
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDList inputs = new NDList(manager.create(samples.features(from, rows), shape(rows)));
            NDList targets = targets(manager, samples, from, rows);
            NDArray loss;
            try (GradientCollector gradients = trainer.newGradientCollector()) {
                loss = trainer.getLoss().evaluate(targets, trainer.forward(inputs));
                gradients.backward(loss);
            }
            trainer.step();
            return loss.getFloat();
        }
    }

    private NDList targets(NDManager manager, Samples samples, int from, int rows) {
        return new NDList(
                network.classifies()
                        ? manager.create(samples.labels(from, rows))
                        : manager.create(samples.values(from, rows), new Shape(rows, 1)));
    }

    @Override
    public float[][] predict(float[][] rows) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDArray inputs = manager.create(rows).reshape(shape(rows.length));
            NDArray outputs = trainer.evaluate(new NDList(inputs)).singletonOrThrow();
            float[] flat = (network.classifies() ? outputs.softmax(1) : outputs).toFloatArray();
            float[][] predictions = new float[rows.length][network.outputs()];
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(flat, row * network.outputs(), predictions[row], 0, network.outputs());
            }
            return predictions;
        }
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
    // user code]
}
