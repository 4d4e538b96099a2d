package io.regulus.train;

import io.regulus.data.Dataset;
import io.regulus.data.Order;
import io.regulus.engine.BatchBuffer;
import io.regulus.engine.Engine;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Runs a network without training it, over data that has been checked. Any number of threads may use it. */
final class Evaluator implements AutoCloseable {
    /** Rows per run: large enough for the kernels, small enough for the memory of a convolution. */
    private static final int ROWS = 256;

    private final Engine engine;
    private final BufferPool buffers;

    Evaluator(Engine engine) {
        this.engine = engine;
        this.buffers = new BufferPool(engine);
    }

    Evaluation evaluate(Dataset data) {
        Means means = new Means(engine.blueprint().target());
        try (BatchFeed feed = new BatchFeed(engine, data, ROWS)) {
            feed.forEach(Order.sequential(data.size()), batch -> {
                means.add(engine.evaluate(batch), batch);
                return true;
            });
        }
        return means.evaluation(engine.penalty());
    }

    float[][] predict(Dataset data) {
        float[][] predictions = new float[data.size()][];
        int[] order = Order.sequential(data.size());
        IntStream batches = IntStream.range(0, data.batches(ROWS));
        (engine.manyRuns() ? batches.parallel() : batches)
                .forEach(batch -> predict(data, order, batch * ROWS, predictions));
        return predictions;
    }

    private void predict(Dataset data, int[] order, int from, float[][] predictions) {
        int width = engine.blueprint().target().outputs();
        BatchBuffer batch = buffers.take(data, Math.min(ROWS, data.size() - from));
        try {
            batch.loadFeatures(data, order, from);
            engine.predict(batch);
            for (int row = 0; row < batch.rows(); row++) {
                predictions[from + row] = Arrays.copyOfRange(batch.outputs(), row * width, (row + 1) * width);
            }
        } finally {
            buffers.give(batch);
        }
    }

    @Override
    public void close() {
        buffers.close();
    }
}
