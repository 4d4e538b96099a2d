package io.regulus.train;

import io.regulus.data.Dataset;
import io.regulus.data.Order;
import io.regulus.engine.BatchBuffer;
import io.regulus.engine.Engine;
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
                means.add(engine.inference().evaluate(batch), batch);
                afterBatch.run();
                return true;
            });
        }
        return consensus.all(means).evaluation(engine.penalties().total());
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
                means.add(engine.inference().judge(batch), batch);
                return true;
            });
        }
        return consensus.all(means).evaluation(penalty);
    }

    /** The predictions of each output. */
    List<float[][]> predict(Dataset data) {
        List<float[][]> predictions = rows(data);
        forEachBatch(data, (batch, from) -> {
            engine.inference().predict(batch);
            for (int output = 0; output < predictions.size(); output++) {
                copy(batch.outputs(output), batch.rows(), predictions.get(output), from);
            }
        });
        return predictions;
    }

    /** Mean and spread of what passes with noise on say, output by output. */
    List<MonteCarlo<float[][]>> sample(Dataset data, int passes) {
        List<MonteCarlo<float[][]>> samples = rows(data).stream()
                .map(mean -> new MonteCarlo<>(mean, new float[data.size()][]))
                .toList();
        forEachBatch(data, (batch, from) -> {
            batch.place(from, data.size(), true);
            List<Spread> spreads = IntStream.range(0, samples.size())
                    .mapToObj(output -> new Spread(batch.outputs(output).length))
                    .toList();
            for (int pass = 0; pass < passes; pass++) {
                engine.inference().sample(batch, pass);
                for (int output = 0; output < samples.size(); output++) {
                    spreads.get(output).add(batch.outputs(output));
                }
            }
            for (int output = 0; output < samples.size(); output++) {
                Spread spread = spreads.get(output);
                copy(spread.mean(), batch.rows(), samples.get(output).mean(), from);
                copy(spread.deviation(), batch.rows(), samples.get(output).spread(), from);
            }
        });
        return samples;
    }

    /** Room for a prediction of each row, output by output. */
    private List<float[][]> rows(Dataset data) {
        return engine.plan().outputs().stream()
                .map(output -> new float[data.size()][])
                .toList();
    }

    /** What is done with a batch of features, whose first row has a number in the data. */
    private interface OnBatch {
        void run(BatchBuffer batch, int from);
    }

    private void forEachBatch(Dataset data, OnBatch each) {
        int[] order = Order.sequential(data.size());
        IntStream batches = IntStream.range(0, data.batches(ROWS));
        (engine.manyRuns() ? batches.parallel() : batches).forEach(number -> {
            int from = number * ROWS;
            BatchBuffer batch = buffers.take(data, Math.min(ROWS, data.size() - from));
            try {
                batch.loadFeatures(data, order, from);
                each.run(batch, from);
            } finally {
                buffers.give(batch);
            }
        });
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
