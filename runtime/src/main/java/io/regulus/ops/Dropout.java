package io.regulus.ops;

import java.util.List;
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
     * Drops values of x in training; returns x itself in inference or where p is 0.
     *
     * @param layer name of the layer, part of the mask's seed
     * @param x any shape; every dimension but the first must be known
     * @param p probability of dropping, in [0, 1)
     */
    public static Operand<TFloat32> apply(Pass pass, String layer, Operand<TFloat32> x, double p) {
        double level = p * (1 << Byte.SIZE);
        return level == Math.rint(level)
                ? apply(pass, layer, x, p, TUint8.class, Byte.SIZE)
                : apply(pass, layer, x, p, TUint16.class, Short.SIZE);
    }

    private static <T extends TNumber> Operand<TFloat32> apply(
            Pass pass, String layer, Operand<TFloat32> x, double p, Class<T> type, int bits) {
        int levels = 1 << bits;
        int threshold = (int) Math.min(Math.round(p * levels), levels - 1);
        if (!pass.training() || threshold == 0) {
            return x;
        }
        Ops tf = pass.tf();
        Operand<T> draws = draws(pass, layer, x, type, BITS_PER_WORD / bits);
        Operand<TFloat32> kept = tf.dtypes.cast(
                tf.math.greaterEqual(draws, tf.dtypes.cast(tf.constant(threshold), type)), TFloat32.class);
        float scale = (float) (levels / (double) (levels - threshold));
        return tf.math.mul(x, tf.math.mul(kept, tf.constant(scale)));
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
