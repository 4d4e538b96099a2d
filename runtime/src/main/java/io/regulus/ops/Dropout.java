package io.regulus.ops;

import io.regulus.kernels.Draws;
import io.regulus.kernels.ReluDropout;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint16;

/**
 * Inverted dropout: y = x * keep / (1 - p) with keep drawn per value. The mask is a function of the model's seed, the
 * layer's name and the step, so that a resumed or repeated run draws the same.
 */
public final class Dropout {
    /** Each draw is a 16-bit integer: a quarter of the random numbers that floats would take, at a p rounded to 2^-16. */
    private static final int LEVELS = 1 << 16;

    private static final int DRAWS_PER_WORD = 4;

    private Dropout() {}

    /**
     * Drops values of x where noise acts; returns x itself in inference or where p is 0.
     *
     * @param layer name of the layer, part of the mask's seed
     * @param x any shape; every dimension but the first must be known
     * @param p probability of dropping, in [0, 1)
     */
    public static Operand<TFloat32> apply(Pass pass, String layer, Operand<TFloat32> x, double p) {
        return draws(pass, layer, x, p).map(draws -> drop(pass.tf(), x, draws)).orElse(x);
    }

    /** A ReLU, then {@link #apply}. */
    public static Operand<TFloat32> afterRelu(Pass pass, String layer, Operand<TFloat32> x, double p) {
        if (pass.kernels()) {
            return draws(pass, layer, x, p)
                    .map(draws -> ReluDropout.apply(pass.tf(), x, draws))
                    .orElseGet(() -> pass.tf().nn.relu(x));
        }
        return apply(pass, layer, pass.tf().nn.relu(x), p);
    }

    /** The draws of a layer in this step; none where no noise acts or p is 0. */
    static Optional<Draws> draws(Pass pass, String layer, Operand<TFloat32> x, double p) {
        int dropped = (int) Math.round(p * LEVELS);
        if (!pass.noisy() || dropped == 0) {
            return Optional.empty();
        }
        Ops tf = pass.tf();
        int threshold = Math.min(dropped, LEVELS - 1);
        Operand<TInt64> seed = pass.drawKey(layer);
        return Optional.of(
                pass.kernelsOfBatch() ? Draws.of(tf, x, seed, threshold) : new Draws(draws(pass, x, seed), threshold));
    }

    private static Operand<TFloat32> drop(Ops tf, Operand<TFloat32> x, Draws draws) {
        Operand<TFloat32> kept = tf.dtypes.cast(kept(tf, draws), TFloat32.class);
        // 1 / (1 - p), for the p that is drawn
        float scale = (float) (LEVELS / (double) (LEVELS - draws.threshold()));
        return tf.math.mul(x, tf.math.mul(kept, tf.constant(scale)));
    }

    /** Which values are kept. */
    static Operand<TBool> kept(Ops tf, Draws draws) {
        Operand<TUint16> threshold = tf.dtypes.cast(tf.constant(draws.threshold()), TUint16.class);
        return tf.math.greaterEqual(draws.values(), threshold);
    }

    /** The probability of dropping that is drawn: p as a multiple of 2^-16. */
    static double probability(Draws draws) {
        return draws.threshold() / (double) LEVELS;
    }

    /** One 16-bit number per value of x: 64-bit words, cut into four. */
    private static Operand<TUint16> draws(Pass pass, Operand<TFloat32> x, Operand<TInt64> seed) {
        Ops tf = pass.tf();
        long[] dims = x.shape().asArray();
        long perRow = 1;
        for (int i = 1; i < dims.length; i++) {
            perRow *= dims[i];
        }
        long words = (perRow + DRAWS_PER_WORD - 1) / DRAWS_PER_WORD;
        Operand<TInt64> drawn = new RowDraws(pass, seed).words(Rows.shape(tf, x), Math.toIntExact(words));
        Operand<TUint16> cut = tf.bitcast(drawn, TUint16.class); // [rows, words, 4]
        Operand<TUint16> flat = tf.reshape(cut, tf.constant(new long[] {-1, words * DRAWS_PER_WORD}));
        if (words * DRAWS_PER_WORD != perRow) {
            flat = tf.slice(flat, tf.constant(new long[] {0, 0}), tf.constant(new long[] {-1, perRow}));
        }
        dims[0] = -1;
        return dims.length == 2 ? flat : tf.reshape(flat, tf.constant(dims));
    }
}
