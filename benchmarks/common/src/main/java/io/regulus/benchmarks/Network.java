package io.regulus.benchmarks;

import java.util.stream.LongStream;

/** The networks that are compared; what each contender builds for them stands in benchmarks/README.md. */
public enum Network {
    /** 784-512-256-10, each hidden layer dense, batch norm, ReLU, dropout. */
    MLP(64, 1e-3, 784 * 512, 512 * 256, 256 * 10),
    /** The same, wide: 784-2048-2048-10. */
    WIDE_MLP(256, 1e-3, 784 * 2048, 2048 * 2048, 2048 * 10),
    /** Two blocks of 3x3 convolution, batch norm, ReLU and max pooling, then 128 and 10 units. */
    CNN(64, 1e-3, 28 * 28 * 32 * 9, 14 * 14 * 64 * 9 * 32, 7 * 7 * 64 * 128, 128 * 10),
    /** 12-64-32-1 with ReLU, on the squared error. */
    REGRESSION(32, 5e-3, 12 * 64, 64 * 32, 32),
    /** The mean of the rows of 32 ids in a table of 50,000 rows of 128 numbers, then 10 units. */
    EMBEDDING(32, 1e-3, 128 * 10),
    /** An LSTM of 128 units over 64 steps of 64 numbers, whose last output is read by 10 units. */
    LSTM(32, 1e-3, 64 * 4 * 128 * 64, 64 * 4 * 128 * 128, 128 * 10);

    /** What Adam adds to the gradient of a weight of a classifier, times the weight. */
    public static final float L2_GRADIENT = 1e-4f;

    /** Decoupled decay of the regression: each step takes learning rate * this * weight off a weight. */
    public static final float DECAY = 0.01f;

    /** Share of values that dropout sets to 0. */
    public static final float DROPOUT = 0.5f;

    /** Added to the variance by batch norm. */
    public static final float EPSILON = 1e-3f;

    /** Weight of the old moving average in each step of batch norm. */
    public static final float MOMENTUM = 0.9f;

    /** Rows of the embedding's table. */
    public static final int VOCABULARY = 50_000;

    /** Numbers of each of its rows. */
    public static final int EMBEDDED = 128;

    /** Steps of a sequence. */
    public static final int STEPS = 64;

    /** Numbers of each of its steps. */
    public static final int FEATURES = 64;

    private static final int IDS = 32;
    private static final int CLASSES = 10;

    private final int batch;
    private final float learningRate;
    private final long firstLayer;
    private final long allLayers;

    /** Multiply-adds are those of one row, layer by layer; only matrix products and convolutions are counted. */
    Network(int batch, double learningRate, long... multiplyAdds) {
        this.batch = batch;
        this.learningRate = (float) learningRate;
        this.firstLayer = multiplyAdds[0];
        this.allLayers = LongStream.of(multiplyAdds).sum();
    }

    /** Rows per training step. */
    public int batch() {
        return batch;
    }

    /** Of Adam. */
    public float learningRate() {
        return learningRate;
    }

    /** Whether it tells classes apart; the other one predicts a number. */
    public boolean classifies() {
        return this != REGRESSION;
    }

    /** Whether its inputs are ids, whole numbers from 0 to {@link #VOCABULARY} - 1. */
    public boolean readsIds() {
        return this == EMBEDDING;
    }

    /** Numbers per row. */
    public int inputs() {
        return switch (this) {
            case MLP, WIDE_MLP, CNN -> 28 * 28;
            case REGRESSION -> 12;
            case EMBEDDING -> IDS;
            case LSTM -> STEPS * FEATURES;
        };
    }

    /** Predicted numbers per row. */
    public int outputs() {
        return classifies() ? CLASSES : 1;
    }

    /** Floating point operations of the forward pass. */
    public double flopsOfPrediction(int rows) {
        return 2.0 * rows * allLayers;
    }

    /** Floating point operations of a step: each layer forward, its weights' gradient, and its input's but for the first. */
    public double flopsOfStep() {
        return 2.0 * batch * (3 * allLayers - firstLayer);
    }
}
