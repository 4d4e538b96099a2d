package io.regulus.ops;

import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TNumber;

/**
 * The random numbers of what happens to an input, each a function of the model's seed, the names of input and draw, and the step:
 * asked for twice they are the same, and a resumed or repeated run draws the same.
 *
 * @param input name of the input
 */
record InputDraws(Pass pass, String input) {
    /** Philox, by TensorFlow's number for it. */
    private static final int PHILOX = 1;

    private Operand<TInt64> seed(String draw) {
        return pass.drawKey(input + "/" + draw);
    }

    /** Uniform in [0, 1), one for each row of x. */
    Operand<TFloat32> uniform(String draw, Operand<TFloat32> x) {
        return perRow(x, shape -> uniformOf(draw, shape));
    }

    /** Whole numbers from 0 to below a bound, one for each row of x. */
    Operand<TInt32> below(String draw, Operand<TFloat32> x, long bound) {
        return perRow(x, shape -> belowOf(draw, shape, bound));
    }

    /** Uniform in [-limit, limit), one for each row of x. */
    Operand<TFloat32> around(String draw, Operand<TFloat32> x, double limit) {
        Ops tf = pass.tf();
        Operand<TFloat32> between = tf.math.sub(uniform(draw, x), tf.constant(0.5f));
        return tf.math.mul(between, tf.constant((float) (2 * limit)));
    }

    /** Beta(alpha, alpha), one for each row of x. */
    Operand<TFloat32> beta(String draw, Operand<TFloat32> x, double alpha) {
        return perRow(x, shape -> betaOf(draw, shape, alpha));
    }

    /** A number a row is drawn for all rows of the batch, wherever they are: they are few. */
    private <T extends TNumber> Operand<T> perRow(Operand<TFloat32> x, Function<Operand<TInt32>, Operand<T>> draws) {
        Ops tf = pass.tf();
        return pass.shard()
                .place()
                .map(place -> Rows.part(tf, draws.apply(place.total()), place.first(), Rows.shape(tf, x)))
                .orElseGet(() -> draws.apply(Rows.shape(tf, x)));
    }

    /** Uniform in [0, 1), for the batch. */
    private Operand<TFloat32> uniformOf(String draw, Operand<TInt32> shape) {
        return pass.tf().random.statelessRandomUniform(shape, seed(draw));
    }

    /** Whole numbers from 0 to below a bound, each equally likely, for the batch. */
    Operand<TInt32> belowOf(String draw, Operand<TInt32> shape, long bound) {
        Ops tf = pass.tf();
        return tf.random.statelessRandomUniformInt(
                shape, seed(draw), tf.constant(0), tf.constant(Math.toIntExact(bound)));
    }

    /** For each row of x another one of {@link Shard#all}, [rows]: over all of them a random permutation. */
    Operand<TInt32> partners(String draw, Operand<TFloat32> x) {
        Ops tf = pass.tf();
        Operand<TInt32> rows = pass.shard().allRows(tf, x);
        Operand<TInt32> count = tf.reshape(rows, tf.constant(new int[0]));
        return pass.shard()
                .mine(tf, tf.nn.topK(uniformOf(draw, rows), count, TInt32.class).indices(), x);
    }

    /**
     * Beta(alpha, alpha) for the batch, as g / (g + g') of two draws from Gamma(alpha). A small alpha would let both of them round to zero, so
     * that the draws are taken by their logarithms: log g = log h + log(u) / alpha with h from Gamma(alpha + 1).
     */
    Operand<TFloat32> betaOf(String draw, Operand<TInt32> shape, double alpha) {
        Ops tf = pass.tf();
        Operand<TFloat32> difference =
                tf.math.sub(logGamma(draw + " one", shape, alpha), logGamma(draw + " other", shape, alpha));
        return tf.math.sigmoid(difference);
    }

    private Operand<TFloat32> logGamma(String draw, Operand<TInt32> shape, double alpha) {
        Ops tf = pass.tf();
        var key = tf.random.statelessRandomGetKeyCounter(seed(draw + " gamma"));
        Operand<TFloat32> gamma = tf.random.statelessRandomGamma(
                shape, key.key(), key.counter(), tf.constant(PHILOX), tf.constant((float) (alpha + 1)));
        // 1 - u is in (0, 1]: its logarithm is finite
        Operand<TFloat32> u = tf.math.sub(tf.constant(1f), uniformOf(draw + " uniform", shape));
        return tf.math.add(tf.math.log(gamma), tf.math.mul(tf.math.log(u), tf.constant((float) (1 / alpha))));
    }
}
