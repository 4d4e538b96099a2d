package io.regulus.ops;

import java.util.Arrays;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gather;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Rows mixed with others of their batch, in training only; in inference x is returned itself. The targets are mixed likewise by
 * {@link Losses}, which find the mixing in the pass.
 *
 * @param partner for each row the one it is mixed with, [rows]: a permutation of the rows of the batch, wherever they are
 * @param share what a row keeps of itself, a scalar or [rows]
 * @param shard which rows of the batch are here
 */
public record Mixing(Operand<TInt32> partner, Operand<TFloat32> share, Shard shard) {
    /**
     * share * x + (1 - share) * x' (Zhang et al., 2018), with one share of Beta(alpha, alpha) for the batch.
     *
     * @param input name of the input, part of the draws' seed
     * @param x [rows, ...]
     * @param alpha 0 for no mixing
     */
    public static Operand<TFloat32> mixUp(Pass pass, String input, Operand<TFloat32> x, double alpha) {
        return mixUp(
                pass, input, x, alpha, draws -> draws.betaOf("mixup", pass.tf().constant(new int[0]), alpha));
    }

    /** As {@link #mixUp}, with a share for each row. */
    public static Operand<TFloat32> mixUpPerRow(Pass pass, String input, Operand<TFloat32> x, double alpha) {
        return mixUp(pass, input, x, alpha, draws -> draws.beta("mixup", x, alpha));
    }

    private static Operand<TFloat32> mixUp(
            Pass pass,
            String input,
            Operand<TFloat32> x,
            double alpha,
            Function<InputDraws, Operand<TFloat32>> shares) {
        if (!pass.training() || alpha == 0) {
            return x;
        }
        Ops tf = pass.tf();
        InputDraws draws = new InputDraws(pass, input);
        Mixing mixing = new Mixing(draws.partners("mixup partner", x), shares.apply(draws), pass.shard());
        pass.mixing(mixing);
        return mixing.of(tf, x);
    }

    /**
     * A box of each image is that of its partner (Yun et al., 2019): of the area 1 - s with s from Beta(alpha, alpha), its sides
     * rounded down to pixels, its centre uniform, cut off at the border. The share is that of the pixels that stay.
     *
     * @param input name of the input, part of the draws' seed
     * @param x [rows, height, width, channels]
     * @param alpha 0 for no mixing
     */
    public static Operand<TFloat32> cutMix(Pass pass, String input, Operand<TFloat32> x, double alpha) {
        if (!pass.training() || alpha == 0) {
            return x;
        }
        Ops tf = pass.tf();
        InputDraws draws = new InputDraws(pass, input);
        Operand<TBool> box = box(pass, draws, x, alpha);
        Operand<TFloat32> cut = tf.math.mean(tf.dtypes.cast(box, TFloat32.class), tf.constant(new int[] {0, 1, 2, 3}));
        Mixing mixing =
                new Mixing(draws.partners("cutmix partner", x), tf.math.sub(tf.constant(1f), cut), pass.shard());
        pass.mixing(mixing);
        return tf.select(box, mixing.partners(tf, x), x);
    }

    /** The pixels that are replaced, [1, height, width, 1]. */
    private static Operand<TBool> box(Pass pass, InputDraws draws, Operand<TFloat32> x, double alpha) {
        Ops tf = pass.tf();
        Operand<TFloat32> share = draws.betaOf("cutmix", tf.constant(new int[0]), alpha);
        Operand<TFloat32> side = tf.math.sqrt(tf.math.sub(tf.constant(1f), share));
        return Augmentation.box(
                tf, x, span(pass, draws, x, side, "cutmix row", 1), span(pass, draws, x, side, "cutmix column", 2));
    }

    private static Augmentation.Span span(
            Pass pass, InputDraws draws, Operand<TFloat32> x, Operand<TFloat32> side, String draw, int axis) {
        Ops tf = pass.tf();
        long size = x.shape().get(axis);
        Operand<TInt32> length = tf.dtypes.cast(tf.math.mul(side, tf.constant((float) size)), TInt32.class);
        return new Augmentation.Span(draws.belowOf(draw, tf.constant(new int[] {1}), size), length);
    }

    /** share * x + (1 - share) * x' of what there is per row: features, or targets. */
    Operand<TFloat32> of(Ops tf, Operand<TFloat32> x) {
        int[] dims = new int[x.shape().numDimensions()];
        Arrays.fill(dims, 1);
        dims[0] = -1;
        Operand<TFloat32> kept = tf.reshape(share, tf.constant(dims));
        Operand<TFloat32> given = tf.math.sub(tf.constant(1f), kept);
        return tf.math.add(tf.math.mul(x, kept), tf.math.mul(partners(tf, x), given));
    }

    private Operand<TFloat32> partners(Ops tf, Operand<TFloat32> x) {
        return tf.gather(shard.all(tf, x), partner, tf.constant(0), new Gather.Options[0]);
    }
}
