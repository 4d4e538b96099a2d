package io.regulus.benchmarks.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import io.regulus.benchmarks.Network;

/** The networks as DJL's blocks. */
final class Blocks {
    private Blocks() {}

    static Block of(Network network) {
        return switch (network) {
            case MLP -> mlp(512, 256);
            case WIDE_MLP -> mlp(2048, 2048);
            case CNN -> cnn();
            case REGRESSION -> regression();
            case EMBEDDING, LSTM -> throw new IllegalArgumentException("not compared on " + network);
        };
    }

    // [user code
    private static Block mlp(int units1, int units2) {
        return new SequentialBlock()
                .add(linear(units1))
                .add(batchNorm())
                .add(Activation::relu)
                .add(dropout())
                .add(linear(units2))
                .add(batchNorm())
                .add(Activation::relu)
                .add(dropout())
                .add(linear(10));
    }

    private static Block linear(int units) {
        return Linear.builder().setUnits(units).build();
    }

    /** The momentum is handed on to PyTorch, where it is the weight of the new statistic. */
    private static Block batchNorm() {
        return BatchNorm.builder()
                .optMomentum(1 - Network.MOMENTUM)
                .optEpsilon(Network.EPSILON)
                .build();
    }

    private static Block dropout() {
        return Dropout.builder().optRate(Network.DROPOUT).build();
    }
    // user code]

    private static Block cnn() {
        return new SequentialBlock()
                .add(convolution(32))
                .add(batchNorm())
                .add(Activation::relu)
                .add(maxPool())
                .add(convolution(64))
                .add(batchNorm())
                .add(Activation::relu)
                .add(maxPool())
                .add(ai.djl.nn.Blocks.batchFlattenBlock())
                .add(linear(128))
                .add(Activation::relu)
                .add(dropout())
                .add(linear(10));
    }

    private static Block convolution(int filters) {
        return Conv2d.builder()
                .setKernelShape(new Shape(3, 3))
                .setFilters(filters)
                .optPadding(new Shape(1, 1))
                .build();
    }

    private static Block maxPool() {
        return Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2));
    }

    private static Block regression() {
        return new SequentialBlock()
                .add(linear(64))
                .add(Activation::relu)
                .add(linear(32))
                .add(Activation::relu)
                .add(linear(1));
    }
}
