package io.regulus.benchmarks.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.random.RandomUniform;
import org.tensorflow.types.TFloat32;

/** Layers as ops on one graph. */
final class Layers {
    private static final String SAME = "SAME";

    // [user code
    private final Ops tf;
    private final List<Variable<TFloat32>> kernels = new ArrayList<>();
    private long seed = 1;

    Layers(Ops tf) {
        this.tf = tf;
    }

    /** What the penalty and the decay fall on. */
    List<Variable<TFloat32>> kernels() {
        return kernels;
    }

    record Dense(Variable<TFloat32> kernel, Variable<TFloat32> bias) {}

    Dense dense(int inputs, int units) {
        return new Dense(kernel(inputs + units, inputs, units), vector(units, 0));
    }

    Operand<TFloat32> apply(Dense dense, Operand<TFloat32> inputs) {
        return tf.nn.biasAdd(tf.linalg.matMul(inputs, dense.kernel()), dense.bias());
    }

    /** Glorot uniform by hand: that of tensorflow-framework 1.0.0 draws from [0, limit], not [-limit, limit]. */
    private Variable<TFloat32> kernel(int fans, long... shape) {
        float limit = (float) Math.sqrt(6.0 / fans);
        Operand<TFloat32> uniform = tf.random.randomUniform(
                tf.constant(shape), TFloat32.class, RandomUniform.seed(seed), RandomUniform.seed2(seed));
        seed++;
        Variable<TFloat32> kernel =
                tf.variable(tf.math.sub(tf.math.mul(uniform, tf.constant(2 * limit)), tf.constant(limit)));
        kernels.add(kernel);
        return kernel;
    }

    Variable<TFloat32> vector(int size, float value) {
        return tf.variable(tf.fill(tf.array(size), tf.constant(value)));
    }

    Operand<TFloat32> dropout(Operand<TFloat32> inputs, float share, int... shape) {
        Operand<TFloat32> kept = tf.math.floor(
                tf.math.add(tf.random.randomUniform(tf.array(shape), TFloat32.class), tf.constant(1 - share)));
        return tf.math.mul(tf.math.mul(inputs, tf.constant(1 / (1 - share))), kept);
    }
    // user code]

    /** A row per id, between -0.05 and 0.05. */
    Variable<TFloat32> table(int rows, int width) {
        Operand<TFloat32> uniform = tf.random.randomUniform(
                tf.array(rows, width), TFloat32.class, RandomUniform.seed(seed), RandomUniform.seed2(seed));
        seed++;
        return tf.variable(tf.math.mul(tf.math.sub(uniform, tf.constant(0.5f)), tf.constant(0.1f)));
    }

    record Convolution(Variable<TFloat32> kernel, Variable<TFloat32> bias) {}

    Convolution convolution(int size, int channels, int filters) {
        return new Convolution(
                kernel(size * size * (channels + filters), size, size, channels, filters), vector(filters, 0));
    }

    Operand<TFloat32> apply(Convolution convolution, Operand<TFloat32> inputs) {
        Operand<TFloat32> sums = tf.nn.conv2d(inputs, convolution.kernel(), List.of(1L, 1L, 1L, 1L), SAME);
        return tf.nn.biasAdd(sums, convolution.bias());
    }

    Operand<TFloat32> maxPool(Operand<TFloat32> inputs) {
        return tf.nn.maxPool(inputs, tf.array(1, 2, 2, 1), tf.array(1, 2, 2, 1), SAME);
    }
}
