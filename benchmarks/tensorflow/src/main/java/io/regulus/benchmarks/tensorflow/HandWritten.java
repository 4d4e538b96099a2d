package io.regulus.benchmarks.tensorflow;

import io.regulus.benchmarks.Contender;
import io.regulus.benchmarks.Harness;
import io.regulus.benchmarks.Job;
import io.regulus.benchmarks.Network;
import io.regulus.benchmarks.Samples;
import java.util.function.DoubleConsumer;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** TensorFlow Java as its examples use it: a graph, a session, the framework's Adam, tensors fed in every step. */
public final class HandWritten implements Contender {
    // [user code
    private final Network network;
    private final Graph graph = new Graph();
    private final Program program;
    private final Session session;

    private HandWritten(Job job) {
        network = job.workload().network();
        program = new Program(graph, network);
        session = new Session(graph);
        session.initialize();
    }
    // user code]

    /** Runs a process. */
    public static void main(String[] args) throws Exception {
        Harness.main(args, TensorFlow::version, HandWritten::new);
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
        try (TFloat32 inputs = tensor(samples.features(from, rows), rows);
                Tensor targets = targets(samples, from, rows)) {
            Session.Runner runner = session.runner()
                    .feed(program.inputs(), inputs)
                    .feed(program.targets(), targets)
                    .fetch(program.loss());
            for (Op op : program.step()) {
                runner.addTarget(op);
            }
            try (Result result = runner.run()) {
                return ((TFloat32) result.get(0)).getFloat();
            }
        }
    }

    private TFloat32 tensor(float[] features, int rows) {
        return TFloat32.tensorOf(Program.rowShape(network).prepend(rows), DataBuffers.of(features));
    }

    private Tensor targets(Samples samples, int from, int rows) {
        return network.classifies()
                ? TInt32.tensorOf(Shape.of(rows), DataBuffers.of(samples.labels(from, rows)))
                : TFloat32.tensorOf(Shape.of(rows, 1), DataBuffers.of(samples.values(from, rows)));
    }

    @Override
    public float[][] predict(float[][] rows) {
        float[] features = new float[rows.length * network.inputs()];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, features, row * network.inputs(), network.inputs());
        }
        try (TFloat32 inputs = tensor(features, rows.length);
                Result result = session.runner()
                        .feed(program.inputs(), inputs)
                        .fetch(program.predictions())
                        .run()) {
            return StdArrays.array2dCopyOf((TFloat32) result.get(0));
        }
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
    // user code]
}
