package io.regulus.train;

import io.regulus.data.Dataset;
import io.regulus.data.Order;
import io.regulus.engine.BatchBuffer;
import io.regulus.engine.Engine;
import io.regulus.engine.OutputPort;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Runs a network without training it, over data that has been checked. Any number of threads may use it. */
final class Evaluator implements AutoCloseable {
    /** Rows per run: large enough for the kernels, small enough for the memory of a convolution. */
    private static final int ROWS = 256;

    private final Engine engine;
    private final Consensus consensus;
    private final BufferPool buffers;

    Evaluator(Engine engine) {
        this.engine = engine;
        this.consensus = new Consensus(engine);
        this.buffers = new BufferPool(engine);
    }

    /**
     * Evaluates.
     *
     * @param afterBatch told of each batch
     */
    Evaluation evaluate(RowSource data, Runnable afterBatch) {
        Means means = new Means(engine.plan().outputs());
        try (BatchFeed feed = new BatchFeed(engine, data, ROWS)) {
            feed.forEach(0, 0, batch -> {
                means.add(engine.evaluate(batch), batch);
                afterBatch.run();
                return true;
            });
        }
        return consensus.all(means).evaluation(engine.penalty());
    }

    /**
     * Evaluates outputs that something else than this network gave.
     *
     * @param given output by output, a row per row of the data: what its layer would give
     */
    Evaluation judge(Dataset data, List<float[][]> given, double penalty) {
        Means means = new Means(engine.plan().outputs());
        AtomicInteger done = new AtomicInteger();
        try (BatchFeed feed = new BatchFeed(engine, DatasetRows.inOrder(data), ROWS)) {
            feed.forEach(0, 0, batch -> {
                int from = done.getAndAdd(batch.rows());
                for (int output = 0; output < given.size(); output++) {
                    float[] into = batch.outputs(output);
                    int width = into.length / batch.rows();
                    for (int row = 0; row < batch.rows(); row++) {
                        System.arraycopy(given.get(output)[from + row], 0, into, row * width, width);
                    }
                }
                means.add(engine.judge(batch), batch);
                return true;
            });
        }
        return consensus.all(means).evaluation(penalty);
    }

    /** The predictions of each output. */
    List<float[][]> predict(Dataset data) {
        List<OutputPort> outputs = engine.plan().outputs();
        List<float[][]> predictions =
                outputs.stream().map(output -> new float[data.size()][]).toList();
        int[] order = Order.sequential(data.size());
        IntStream batches = IntStream.range(0, data.batches(ROWS));
        (engine.manyRuns() ? batches.parallel() : batches)
                .forEach(batch -> predict(data, order, batch * ROWS, predictions));
        return predictions;
    }

    private void predict(Dataset data, int[] order, int from, List<float[][]> predictions) {
        BatchBuffer batch = buffers.take(data, Math.min(ROWS, data.size() - from));
        try {
            batch.loadFeatures(data, order, from);
            engine.predict(batch);
            for (int output = 0; output < predictions.size(); output++) {
                copy(batch.outputs(output), batch.rows(), predictions.get(output), from);
            }
        } finally {
            buffers.give(batch);
        }
    }

    private static void copy(float[] values, int rows, float[][] into, int from) {
        int width = values.length / rows;
        for (int row = 0; row < rows; row++) {
            into[from + row] = Arrays.copyOfRange(values, row * width, (row + 1) * width);
        }
    }

    @Override
    public void close() {
        buffers.close();
    }
}
