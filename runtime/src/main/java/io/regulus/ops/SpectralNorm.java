package io.regulus.ops;

import io.regulus.ops.Initializers.Initializer;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A kernel divided by its largest singular value, as power iteration knows it: w = kernel / sigma. The kernel counts as a matrix
 * [everything else, units].
 *
 * <p>Products with vectors are sums of products of single values, which no rewriting to 16 bits touches.
 *
 * @param kernel [..., units]
 * @param u the right singular vector, [units], of whatever length
 * @param normed what the layer multiplies by, of the kernel's shape; the same in every use of the layer
 */
public record SpectralNorm(Weight kernel, Weight u, Operand<TFloat32> normed) {
    /** PyTorch's, on its first vector. */
    private static final int FIRST_ITERATIONS = 15;

    /** The shortest length that is divided by. */
    private static final float SHORTEST = 1e-12f;

    /**
     * Declares the two variables of a layer, and iterates in a pass of training.
     *
     * @param layer prefix of their names
     * @param frozen whether u is left as it is in training, too
     * @param iterations in a step of training, at least 1
     * @param dims of the kernel
     */
    public static SpectralNorm of(
            Pass pass, String layer, boolean frozen, int iterations, Initializer initializer, long... dims) {
        Weight kernel = pass.kernel(layer + "/kernel", initializer, dims);
        Initializer first = (tf, shape, seed) -> {
            Operand<TFloat32> drawn = Initializers.uniform().value(tf, shape, seed);
            return new Matrix(tf, kernel.initial(tf), dims)
                    .iterated(drawn, FIRST_ITERATIONS)
                    .u();
        };
        Weight u = pass.drawn(layer + "/u", Role.STATISTIC, first, dims[dims.length - 1]);
        Ops tf = pass.tf();
        boolean follows = pass.training() && !pass.isDisplaced() && !frozen;
        // a second run in a step, at other weights, takes the vector that the first one has found
        Operand<TFloat32> sigma = follows
                ? following(pass, kernel, u, iterations, dims)
                : length(tf, new Matrix(tf, kernel, dims).times(ofLengthOne(tf, pass.moving(u))));
        // zeros have no largest direction, and give 0
        Operand<TFloat32> divisor = tf.select(tf.math.greater(sigma, tf.constant(SHORTEST)), sigma, tf.constant(1f));
        return new SpectralNorm(kernel, u, tf.math.div(kernel, divisor));
    }

    private static Operand<TFloat32> following(Pass pass, Weight kernel, Weight u, int iterations, long... dims) {
        Ops tf = pass.tf();
        Vectors found = new Matrix(tf, tf.stopGradient(kernel), dims).iterated(u, iterations);
        Operand<TFloat32> sigma = dot(tf, found.v(), new Matrix(tf, kernel, dims).times(found.u()));
        // what zeros make of u would never become anything else
        Operand<TFloat32> next = tf.select(tf.math.greater(sigma, tf.constant(SHORTEST)), found.u(), u);
        pass.move(u, tf.math.sub(u, next));
        return sigma;
    }

    /** Singular vectors, of length 1. */
    private record Vectors(Operand<TFloat32> v, Operand<TFloat32> u) {}

    /** A kernel as a matrix. */
    private record Matrix(Ops tf, Operand<TFloat32> values) {
        Matrix(Ops tf, Operand<TFloat32> kernel, long... dims) {
            this(tf, tf.reshape(kernel, tf.constant(new long[] {-1, dims[dims.length - 1]})));
        }

        Operand<TFloat32> times(Operand<TFloat32> u) {
            return tf.reduceSum(tf.math.mul(values, u), tf.constant(new int[] {1}));
        }

        Operand<TFloat32> transposedTimes(Operand<TFloat32> v) {
            Operand<TFloat32> column = tf.expandDims(v, tf.constant(1));
            return tf.reduceSum(tf.math.mul(values, column), tf.constant(new int[] {0}));
        }

        Vectors iterated(Operand<TFloat32> start, int iterations) {
            Vectors found = new Vectors(start, start);
            for (int i = 0; i < iterations; i++) {
                Operand<TFloat32> v = ofLengthOne(tf, times(found.u()));
                found = new Vectors(v, ofLengthOne(tf, transposedTimes(v)));
            }
            return new Vectors(tf.stopGradient(found.v()), tf.stopGradient(found.u()));
        }
    }

    private static Operand<TFloat32> dot(Ops tf, Operand<TFloat32> x, Operand<TFloat32> y) {
        return tf.reduceSum(tf.math.mul(x, y), tf.constant(new int[] {0}));
    }

    private static Operand<TFloat32> length(Ops tf, Operand<TFloat32> x) {
        return tf.math.sqrt(dot(tf, x, x));
    }

    private static Operand<TFloat32> ofLengthOne(Ops tf, Operand<TFloat32> x) {
        return tf.math.div(x, tf.math.maximum(length(tf, x), tf.constant(SHORTEST)));
    }
}
