package io.regulus.train;

import io.regulus.data.Dataset;
import io.regulus.data.Order;
import io.regulus.engine.BatchBuffer;
import io.regulus.engine.Engine;
import io.regulus.engine.TargetPort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The epoch loop: feeds batches to the engine, tells the callbacks, gathers the history. One thread at a time may train;
 * evaluation may run beside it.
 */
public final class Trainer implements AutoCloseable {
    /** Rows per batch of an evaluation: large enough for the kernels, small enough for the memory of a convolution. */
    private static final int EVALUATION_ROWS = 256;

    private final Engine engine;
    private final DataCheck check;
    private final ReentrantLock training = new ReentrantLock();
    private BatchBuffer single;

    /** Trains the network of an engine, which stays the caller's to close. */
    public Trainer(Engine engine) {
        this.engine = engine;
        this.check = new DataCheck(engine.blueprint());
    }

    /**
     * Trains.
     *
     * @throws IllegalArgumentException if the data does not fit the network, naming the row
     * @throws io.regulus.engine.NonFiniteException if the loss or a gradient becomes NaN or infinite
     * @throws IllegalStateException if another thread is training
     */
    public History fit(Dataset data, Fit fit) {
        check.training("training", data);
        fit.validation().ifPresent(validation -> check.training("validation", validation));
        return exclusively(() -> {
            if (fit.validationSplit() == 0) {
                return new Run(data, fit.validation(), fit).run();
            }
            Dataset.Split split = data.splitAt(1 - fit.validationSplit());
            return new Run(split.first(), Optional.of(split.second()), fit).run();
        });
    }

    /** Takes one step on all rows of the data at once. */
    public StepResult trainOnBatch(Dataset data) {
        check.training("batch", data);
        return exclusively(() -> {
            engine.requireOpen();
            BatchBuffer batch = single(data.size());
            int[] order = Order.sequential(data.size());
            batch.loadFeatures(data, order, 0);
            batch.loadTargets(data, order, 0);
            Engine.BatchCost losses = engine.trainWithPenalty(batch);
            return new StepResult(engine.step(), losses.loss(), losses.penalty());
        });
    }

    /** The buffer of single batches, kept for as long as they have one size. */
    private BatchBuffer single(int rows) {
        if (single == null || single.rows() != rows) {
            closeSingle();
            single = engine.buffer(rows);
        }
        return single;
    }

    private void closeSingle() {
        if (single != null) {
            single.close();
            single = null;
        }
    }

    /** Frees what is kept between batches; waits for training to end, which a closed engine sees to. */
    @Override
    public void close() {
        training.lock();
        try {
            closeSingle();
        } finally {
            training.unlock();
        }
    }

    /** Evaluates without training. */
    public Evaluation evaluate(Dataset data) {
        check.training("evaluation", data);
        return evaluation(data);
    }

    /** Of data that has been checked: a validation set is once a fit, not once an epoch. */
    private Evaluation evaluation(Dataset data) {
        int[] order = Order.sequential(data.size());
        Means means = new Means(engine.blueprint().target());
        try (Buffers buffers = new Buffers()) {
            for (int from = 0; from < data.size(); from += EVALUATION_ROWS) {
                BatchBuffer batch = buffers.load(data, order, from, EVALUATION_ROWS);
                means.add(engine.evaluate(batch), batch);
            }
        }
        return means.evaluation(engine.penalty());
    }

    /**
     * Predicts every row.
     *
     * @return one row of predictions per row of the data
     */
    public float[][] predict(Dataset data) {
        check.features("prediction", data);
        int width = engine.blueprint().target().outputs();
        float[][] predictions = new float[data.size()][];
        int[] order = Order.sequential(data.size());
        try (Buffers buffers = new Buffers()) {
            for (int from = 0; from < data.size(); from += EVALUATION_ROWS) {
                BatchBuffer batch = buffers.get(Math.min(EVALUATION_ROWS, data.size() - from));
                batch.loadFeatures(data, order, from);
                engine.predict(batch);
                for (int row = 0; row < batch.rows(); row++) {
                    predictions[from + row] = Arrays.copyOfRange(batch.outputs(), row * width, (row + 1) * width);
                }
            }
        }
        return predictions;
    }

    private <R> R exclusively(Supplier<R> action) {
        if (training.isHeldByCurrentThread() || !training.tryLock()) {
            throw new IllegalStateException(
                    "the model is being trained already; one fit or trainOnBatch at a time, on any thread or callback");
        }
        try {
            return action.get();
        } finally {
            training.unlock();
        }
    }

    /** Buffers by number of rows: the full batch and the last, smaller one. */
    private final class Buffers implements AutoCloseable {
        private final Map<Integer, BatchBuffer> byRows = new HashMap<>();

        BatchBuffer get(int rows) {
            return byRows.computeIfAbsent(rows, engine::buffer);
        }

        BatchBuffer load(Dataset data, int[] order, int from, int batchSize) {
            BatchBuffer batch = get(Math.min(batchSize, order.length - from));
            batch.loadFeatures(data, order, from);
            batch.loadTargets(data, order, from);
            return batch;
        }

        @Override
        public void close() {
            byRows.values().forEach(BatchBuffer::close);
        }
    }

    /** Means over rows, of batches of any size. */
    private static final class Means {
        private final BatchMetrics metrics;
        private double loss;
        private int rows;

        Means(TargetPort<?> target) {
            metrics = BatchMetrics.of(target);
        }

        void add(float batchLoss, BatchBuffer batch) {
            loss += (double) batchLoss * batch.rows();
            rows += batch.rows();
            metrics.add(batch);
        }

        Evaluation evaluation(double penalty) {
            return new Evaluation(loss / rows, penalty, metrics.result(), rows);
        }
    }

    /** One fit. */
    private final class Run implements TrainingRun {
        private final Dataset data;
        private final Optional<Dataset> validation;
        private final Fit fit;
        private final List<EpochResult> epochs = new ArrayList<>();
        private volatile boolean stopped;

        Run(Dataset data, Optional<Dataset> validation, Fit fit) {
            this.data = data;
            this.validation = validation;
            this.fit = fit;
        }

        History run() {
            List<Callback> started = new ArrayList<>();
            try {
                train(started);
            } catch (RuntimeException | Error failure) {
                end(started).forEach(failure::addSuppressed);
                throw failure;
            }
            List<RuntimeException> failures = end(started);
            if (!failures.isEmpty()) {
                RuntimeException first = failures.get(0);
                failures.stream().skip(1).forEach(first::addSuppressed);
                throw first;
            }
            return new History(epochs);
        }

        private void train(List<Callback> started) {
            for (Callback callback : fit.callbacks()) {
                started.add(callback);
                callback.onFitStart(this);
            }
            try (Buffers buffers = new Buffers()) {
                for (int epoch = fit.initialEpoch(); epoch < fit.epochs() && !stopped; epoch++) {
                    epoch(epoch, buffers).ifPresent(result -> {
                        epochs.add(result);
                        fit.callbacks().forEach(callback -> callback.onEpochEnd(this, result));
                    });
                }
            }
        }

        /** Tells every callback that was started, whatever another one does; returns what went wrong in them. */
        private List<RuntimeException> end(List<Callback> started) {
            History history = new History(epochs);
            List<RuntimeException> failures = new ArrayList<>();
            for (Callback callback : started) {
                try {
                    callback.onFitEnd(this, history);
                } catch (RuntimeException failure) {
                    failures.add(failure);
                }
            }
            return failures;
        }

        /** Trains an epoch; nothing is reported of one that was stopped before its first step. */
        private Optional<EpochResult> epoch(int epoch, Buffers buffers) {
            int number = epoch + 1;
            fit.callbacks().forEach(callback -> callback.onEpochStart(this, number));
            long start = System.nanoTime();
            int[] order =
                    fit.shuffle() ? Order.shuffled(data.size(), fit.seed(), epoch) : Order.sequential(data.size());
            Means means = new Means(engine.blueprint().target());
            int steps = 0;
            for (int from = 0; from < order.length && !stopped; from += fit.batchSize()) {
                BatchBuffer batch = buffers.load(data, order, from, fit.batchSize());
                float loss = engine.train(batch);
                steps++;
                means.add(loss, batch);
                StepResult result = new StepResult(engine.step(), loss, Double.NaN);
                fit.callbacks().forEach(callback -> callback.onStep(this, result));
            }
            if (steps == 0) {
                return Optional.empty();
            }
            Evaluation trained = means.evaluation(engine.penalty());
            Optional<Evaluation> validated = validation.map(Trainer.this::evaluation);
            double seconds = (System.nanoTime() - start) / 1e9;
            return Optional.of(new EpochResult(number, trained, validated, learningRate(), steps, seconds));
        }

        @Override
        public int epochs() {
            return fit.epochs();
        }

        @Override
        public int stepsPerEpoch() {
            return data.batches(fit.batchSize());
        }

        @Override
        public double learningRate() {
            return engine.learningRate();
        }

        @Override
        public void learningRate(double rate) {
            engine.learningRate(rate);
        }

        @Override
        public void stop() {
            stopped = true;
        }
    }
}
