package io.regulus.ops;

import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint16;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TNumber;

/**
 * Inverted dropout: y = x * keep / (1 - p) with keep drawn per value. The mask is a function of the model's seed, the
 * layer's name and the step, so that a resumed or repeated run draws the same.
 *
 * <p>Values are kept where a drawn integer is at least p * 2^bits: 8 bits where they hold p exactly, such as 0.5 or 0.25, and
 * else 16, with p rounded to 2^-16. Drawing floats would take two to four times the random numbers.
 */
public final class Dropout {
    private static final int BITS_PER_WORD = 64;

    private Dropout() {}

    /**
     * Which values of a tensor are kept: those whose draw is at least the threshold.
     *
     * @param draws one per value, of the tensor's shape, uniform in [0, levels)
     * @param threshold in [1, levels)
     * @param levels number of different draws
     */
    record Mask(Operand<? extends TNumber> draws, int threshold, int levels) {
        /** What kept values are multiplied by: 1 / (1 - p), for the p that is drawn. */
        float scale() {
            return (float) (levels / (double) (levels - threshold));
        }

        Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x) {
            return tf.math.mul(x, tf.math.mul(kept(tf, draws), tf.constant(scale())));
        }

        private <T extends TNumber> Operand<TFloat32> kept(Ops tf, Operand<T> drawn) {
            Operand<T> least = tf.dtypes.cast(tf.constant(threshold), drawn.type());
            return tf.dtypes.cast(tf.math.greaterEqual(drawn, least), TFloat32.class);
        }
    }

    /**
     * Drops values of x in training; returns x itself in inference or where p is 0.
     *
     * @param layer name of the layer, part of the mask's seed
     * @param x any shape; every dimension but the first must be known
     * @param p probability of dropping, in [0, 1)
     */
    public static Operand<TFloat32> apply(Pass pass, String layer, Operand<TFloat32> x, double p) {
        return mask(pass, layer, x, p).map(mask -> mask.apply(pass.tf(), x)).orElse(x);
    }

    /** A ReLU, then {@link #apply}. */
    public static Operand<TFloat32> afterRelu(Pass pass, String layer, Operand<TFloat32> x, double p) {
        return apply(pass, layer, pass.tf().nn.relu(x), p);
    }

    /** The mask of a layer in this step; none in inference or where p is 0. */
    static Optional<Mask> mask(Pass pass, String layer, Operand<TFloat32> x, double p) {
        double level = p * (1 << Byte.SIZE);
        return level == Math.rint(level)
                ? mask(pass, layer, x, p, TUint8.class, Byte.SIZE)
                : mask(pass, layer, x, p, TUint16.class, Short.SIZE);
    }

    private static Optional<Mask> mask(
            Pass pass, String layer, Operand<TFloat32> x, double p, Class<? extends TNumber> type, int bits) {
        int levels = 1 << bits;
        int threshold = (int) Math.min(Math.round(p * levels), levels - 1);
        return !pass.training() || threshold == 0
                ? Optional.empty()
                : Optional.of(new Mask(draws(pass, layer, x, type, BITS_PER_WORD / bits), threshold, levels));
    }

    /** One number per value of x: 64-bit words, cut into pieces. */
    private static <T extends TNumber> Operand<T> draws(
            Pass pass, String layer, Operand<TFloat32> x, Class<T> type, int perWord) {
        Ops tf = pass.tf();
        long[] dims = x.shape().asArray();
        long perRow = 1;
        for (int i = 1; i < dims.length; i++) {
            perRow *= dims[i];
        }
        long words = (perRow + perWord - 1) / perWord;
        Operand<TInt32> rows = tf.slice(tf.shape(x), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
        Operand<TInt32> shape =
                tf.concat(List.of(rows, tf.constant(new int[] {Math.toIntExact(words)})), tf.constant(0));
        Operand<TInt64> seed =
                tf.stack(List.of(tf.constant(pass.seed(layer)), pass.step().value()));
        Operand<TInt64> drawn = tf.random.statelessRandomUniformFullInt(shape, seed, TInt64.class);
        Operand<T> cut = tf.bitcast(drawn, type); // [rows, words, perWord]
        Operand<T> flat = tf.reshape(cut, tf.constant(new long[] {-1, words * perWord}));
        if (words * perWord != perRow) {
            flat = tf.slice(flat, tf.constant(new long[] {0, 0}), tf.constant(new long[] {-1, perRow}));
        }
        dims[0] = -1;
        return dims.length == 2 ? flat : tf.reshape(flat, tf.constant(dims));
    }
}
