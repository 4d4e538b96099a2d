package io.regulus.ops;

import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.Qr;
import org.tensorflow.types.TFloat32;

/**
 * Initial values of kernels and tables: variance scaling as in Keras, unless said otherwise. Every draw is stateless, from the run's seed and the variable's
 * name.
 */
public final class Initializers {
    /** Standard deviation of a standard normal truncated at two deviations. */
    private static final double TRUNCATED_DEVIATION = 0.8796256610342398;

    private Initializers() {}

    /** Draws the initial value of a kernel of a given shape. */
    @FunctionalInterface
    public interface Initializer {
        /** The initial value. */
        Operand<TFloat32> value(Ops tf, Shape shape, long seed);
    }

    /** Uniform with variance 2 / (fanIn + fanOut): limit sqrt(6 / (fanIn + fanOut)). */
    public static Initializer glorotUniform() {
        return (tf, shape, seed) -> uniform(tf, shape, seed, 2.0 / (fanIn(shape) + fanOut(shape)));
    }

    /** Truncated normal with variance 2 / (fanIn + fanOut). */
    public static Initializer glorotNormal() {
        return (tf, shape, seed) -> normal(tf, shape, seed, 2.0 / (fanIn(shape) + fanOut(shape)));
    }

    /** Uniform with variance 2 / fanIn: limit sqrt(6 / fanIn). */
    public static Initializer heUniform() {
        return (tf, shape, seed) -> uniform(tf, shape, seed, 2.0 / fanIn(shape));
    }

    /** Truncated normal with variance 2 / fanIn. */
    public static Initializer heNormal() {
        return (tf, shape, seed) -> normal(tf, shape, seed, 2.0 / fanIn(shape));
    }

    /** Uniform with variance 1 / fanIn: limit sqrt(3 / fanIn). */
    public static Initializer lecunUniform() {
        return (tf, shape, seed) -> uniform(tf, shape, seed, 1.0 / fanIn(shape));
    }

    /** Truncated normal with variance 1 / fanIn. */
    public static Initializer lecunNormal() {
        return (tf, shape, seed) -> normal(tf, shape, seed, 1.0 / fanIn(shape));
    }

    /** Uniform from [-0.05, 0.05], whatever the shape. */
    public static Initializer uniform() {
        return (tf, shape, seed) -> uniform(tf, shape, seed, 0.05 * 0.05 / 3);
    }

    /**
     * Rows or columns, whichever are fewer, at right angles and of length 1 (Saxe et al., 2013): the Q of a normal matrix,
     * each column with the sign that makes it uniform among all such matrices, as Keras does.
     */
    public static Initializer orthogonal() {
        return (tf, shape, seed) -> {
            long columns = shape.get(shape.numDimensions() - 1);
            long rows = shape.size() / columns;
            long[] tall = {Math.max(rows, columns), Math.min(rows, columns)};
            Operand<TFloat32> normal = tf.random.statelessRandomNormal(tf.constant(tall), key(tf, seed));
            Qr<TFloat32> factors = tf.linalg.qr(normal);
            Operand<TFloat32> signs = tf.math.sign(tf.linalg.tensorDiagPart(factors.r()));
            Operand<TFloat32> q = tf.math.mul(factors.q(), signs);
            Operand<TFloat32> matrix = rows < columns ? tf.linalg.transpose(q, tf.constant(new int[] {1, 0})) : q;
            return tf.reshape(matrix, tf.constant(shape.asArray()));
        };
    }

    /** The same value everywhere. */
    static Function<Ops, Operand<TFloat32>> constant(Shape shape, float value) {
        return tf -> tf.fill(tf.constant(shape.asArray()), tf.constant(value));
    }

    /** Inputs of a unit: all dimensions but the last; of a vector, as in Keras, as many as it has values. */
    private static double fanIn(Shape shape) {
        return shape.numDimensions() == 1 ? shape.size() : (double) shape.size() / shape.get(shape.numDimensions() - 1);
    }

    /** Outputs of a unit: the window times the last dimension; of a vector, too, as many as it has values. */
    private static double fanOut(Shape shape) {
        return shape.numDimensions() == 1 ? shape.size() : (double) shape.size() / shape.get(shape.numDimensions() - 2);
    }

    private static Operand<TFloat32> uniform(Ops tf, Shape shape, long seed, double variance) {
        float limit = (float) Math.sqrt(3 * variance);
        Operand<TFloat32> unit = tf.random.statelessRandomUniform(tf.constant(shape.asArray()), key(tf, seed));
        return tf.math.sub(tf.math.mul(unit, tf.constant(2 * limit)), tf.constant(limit));
    }

    private static Operand<TFloat32> normal(Ops tf, Shape shape, long seed, double variance) {
        float deviation = (float) (Math.sqrt(variance) / TRUNCATED_DEVIATION);
        Operand<TFloat32> unit = tf.random.statelessTruncatedNormal(tf.constant(shape.asArray()), key(tf, seed));
        return tf.math.mul(unit, tf.constant(deviation));
    }

    private static Operand<org.tensorflow.types.TInt64> key(Ops tf, long seed) {
        return tf.constant(new long[] {seed, 0});
    }
}
