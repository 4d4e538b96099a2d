package io.regulus.ops;

import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.op.core.ReduceMin;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Trivial augment (Mueller and Hutter, 2021) of images, [rows, height, width, channels]: for each row one operation of the paper's wide
 * space, all equally likely, with a strength of its own.
 */
public final class TrivialAugment {
    /** The operations, by the number that is drawn. */
    static final List<Kind> KINDS = List.of(Kind.values());

    /** Strengths 0, 1/30, ..., 1. */
    static final int STRENGTHS = 31;

    private static final double DEGREES = 135;
    private static final float PIXELS = 32;
    private static final float SHEAR = 0.99f;
    private static final float ENHANCEMENT = 0.99f;
    private static final int LEVELS = 255;

    /** What red, green and blue bring to grey (ITU-R BT.601). */
    private static final float[] GREY = {0.299f, 0.587f, 0.114f};

    private final Ops tf;
    private final Operand<TFloat32> x;
    private final float maximum;
    private final Draws draws;

    /** What becomes of a row. */
    enum Kind {
        NOTHING,
        ROTATE,
        SHEAR_ACROSS,
        SHEAR_DOWN,
        SHIFT_ACROSS,
        SHIFT_DOWN,
        BRIGHTNESS,
        COLOUR,
        CONTRAST,
        SHARPNESS,
        POSTERIZE,
        SOLARIZE,
        AUTO_CONTRAST
    }

    /**
     * What is drawn, [rows] each.
     *
     * @param kind the place of the operation among all
     * @param strength from 0 to 1
     * @param sign -1 or 1
     */
    record Draws(Operand<TInt32> kind, Operand<TFloat32> strength, Operand<TFloat32> sign) {
        static Draws of(Pass pass, String input, Operand<TFloat32> x) {
            Ops tf = pass.tf();
            InputDraws draws = new InputDraws(pass, input);
            Operand<TFloat32> step = tf.dtypes.cast(draws.below("trivial strength", x, STRENGTHS), TFloat32.class);
            Operand<TFloat32> way = tf.dtypes.cast(draws.below("trivial sign", x, 2), TFloat32.class);
            return new Draws(
                    draws.below("trivial operation", x, KINDS.size()),
                    tf.math.div(step, tf.constant(STRENGTHS - 1f)),
                    tf.math.sub(tf.math.mul(way, tf.constant(2f)), tf.constant(1f)));
        }
    }

    private TrivialAugment(Ops tf, Operand<TFloat32> x, float maximum, Draws draws) {
        this.tf = tf;
        this.x = x;
        this.maximum = maximum;
        this.draws = draws;
    }

    /**
     * Changes each row, in training; in inference it returns x itself.
     *
     * @param input name of the input, part of the draws' seed
     * @param maximum the largest value that a pixel can have; the smallest is 0
     */
    public static Operand<TFloat32> apply(Pass pass, String input, Operand<TFloat32> x, double maximum) {
        if (!pass.training()) {
            return x;
        }
        TrivialAugment augment = new TrivialAugment(pass.tf(), x, (float) maximum, Draws.of(pass, input, x));
        return Augmentation.transformed(pass.tf(), augment.coloured(), augment.transforms(), 0);
    }

    private Operand<TBool> is(Kind kind) {
        return tf.math.equal(draws.kind(), tf.constant(KINDS.indexOf(kind)));
    }

    /** 1 for rows of a kind, 0 for others, [rows]. */
    private Operand<TFloat32> only(Kind kind) {
        return tf.dtypes.cast(is(kind), TFloat32.class);
    }

    /** s * m * limit for rows of a kind, 0 for others. */
    private Operand<TFloat32> signed(Kind kind, float limit) {
        Operand<TFloat32> signed = tf.math.mul(draws.sign(), draws.strength());
        return tf.math.mul(tf.math.mul(signed, tf.constant(limit)), only(kind));
    }

    /** One transformation does for all: of a row no more than one part of it is other than that of an image that stays. */
    private Operand<TFloat32> transforms() {
        Operand<TFloat32> turned = Augmentation.rotations(
                tf,
                signed(Kind.ROTATE, (float) Math.toRadians(DEGREES)),
                Math.toIntExact(x.shape().get(1)),
                Math.toIntExact(x.shape().get(2)));
        Operand<TFloat32> zero = tf.math.mul(draws.strength(), tf.constant(0f));
        return tf.math.add(
                turned,
                Augmentation.transforms(
                        tf,
                        List.of(
                                zero,
                                signed(Kind.SHEAR_ACROSS, SHEAR),
                                signed(Kind.SHIFT_ACROSS, PIXELS),
                                signed(Kind.SHEAR_DOWN, SHEAR),
                                zero,
                                signed(Kind.SHIFT_DOWN, PIXELS))));
    }

    private Operand<TFloat32> coloured() {
        Operand<TFloat32> y = chosen(enhanced(), x, Kind.BRIGHTNESS, Kind.COLOUR, Kind.CONTRAST, Kind.SHARPNESS);
        y = chosen(posterized(), y, Kind.POSTERIZE);
        y = chosen(solarized(), y, Kind.SOLARIZE);
        return chosen(stretched(), y, Kind.AUTO_CONTRAST);
    }

    /** The one for rows of these kinds, else the other. */
    private Operand<TFloat32> chosen(Operand<TFloat32> one, Operand<TFloat32> other, Kind... kinds) {
        Operand<TBool> which = Arrays.stream(kinds)
                .map(this::is)
                .reduce((a, b) -> tf.math.logicalOr(a, b))
                .orElseThrow();
        return tf.select(Augmentation.perRow(tf, which), one, other);
    }

    /** b + f * (x - b): from what lacks something to more of it. */
    private Operand<TFloat32> enhanced() {
        Operand<TFloat32> grey = grey();
        Operand<TFloat32> mean = tf.math.mean(grey, tf.constant(new int[] {1, 2}), Mean.keepDims(true));
        // 0 for brightness
        Operand<TFloat32> base = tf.math.add(
                tf.math.add(times(Kind.COLOUR, grey), times(Kind.CONTRAST, mean)), times(Kind.SHARPNESS, smoothed()));
        Operand<TFloat32> change = tf.math.mul(tf.math.mul(draws.sign(), draws.strength()), tf.constant(ENHANCEMENT));
        Operand<TFloat32> factor = Augmentation.perRow(tf, tf.math.add(change, tf.constant(1f)));
        Operand<TFloat32> y = tf.math.add(base, tf.math.mul(factor, tf.math.sub(x, base)));
        return tf.clipByValue(y, tf.constant(0f), tf.constant(maximum));
    }

    private Operand<TFloat32> times(Kind kind, Operand<TFloat32> image) {
        return tf.math.mul(Augmentation.perRow(tf, only(kind)), image);
    }

    /** [rows, height, width, 1]; of what is no colour image the mean of its channels. */
    private Operand<TFloat32> grey() {
        int channels = Math.toIntExact(x.shape().get(3));
        if (channels == GREY.length) {
            return tf.reduceSum(
                    tf.math.mul(x, tf.constant(GREY)), tf.constant(new int[] {3}), ReduceSum.keepDims(true));
        }
        return tf.math.mean(x, tf.constant(new int[] {3}), Mean.keepDims(true));
    }

    /** Each pixel five times and its neighbours once, divided by 13; those at the border as they are, as in Pillow. */
    private Operand<TFloat32> smoothed() {
        int height = Math.toIntExact(x.shape().get(1));
        int width = Math.toIntExact(x.shape().get(2));
        int channels = Math.toIntExact(x.shape().get(3));
        float[][][][] kernel = new float[3][3][channels][1];
        for (int i = 0; i < 9; i++) {
            for (int c = 0; c < channels; c++) {
                kernel[i / 3][i % 3][c][0] = (i == 4 ? 5 : 1) / 13f;
            }
        }
        boolean[][][] inner = new boolean[height][width][1];
        for (int i = 1; i < height - 1; i++) {
            for (int j = 1; j < width - 1; j++) {
                inner[i][j][0] = true;
            }
        }
        Operand<TFloat32> smooth = tf.nn.depthwiseConv2dNative(x, tf.constant(kernel), List.of(1L, 1L, 1L, 1L), "SAME");
        return tf.select(tf.constant(inner), smooth, x);
    }

    /** The upper bits of 8 of each value. */
    private Operand<TFloat32> posterized() {
        // 2^round(6 m) values become one
        Operand<TFloat32> bits = tf.math.round(tf.math.mul(draws.strength(), tf.constant(6f)));
        Operand<TFloat32> together = Augmentation.perRow(tf, tf.math.pow(tf.constant(2f), bits));
        Operand<TFloat32> level = tf.math.round(tf.math.mul(x, tf.constant(LEVELS / maximum)));
        Operand<TFloat32> lower = tf.math.mul(tf.math.floor(tf.math.div(level, together)), together);
        return tf.math.mul(lower, tf.constant(maximum / LEVELS));
    }

    private Operand<TFloat32> solarized() {
        Operand<TFloat32> left = tf.math.sub(tf.constant(1f), draws.strength());
        Operand<TFloat32> threshold = Augmentation.perRow(tf, tf.math.mul(left, tf.constant(maximum)));
        return tf.select(tf.math.greaterEqual(x, threshold), tf.math.sub(tf.constant(maximum), x), x);
    }

    /** Each channel from its smallest value to its largest put on all from 0 to the maximum; one of a single value as it is. */
    private Operand<TFloat32> stretched() {
        Operand<TInt32> places = tf.constant(new int[] {1, 2});
        Operand<TFloat32> low = tf.reduceMin(x, places, ReduceMin.keepDims(true));
        Operand<TFloat32> range = tf.math.sub(tf.reduceMax(x, places, ReduceMax.keepDims(true)), low);
        Operand<TFloat32> wide =
                tf.math.div(tf.constant(maximum), tf.math.maximum(range, tf.constant(Float.MIN_NORMAL)));
        return tf.select(tf.math.greater(range, tf.constant(0f)), tf.math.mul(tf.math.sub(x, low), wide), x);
    }
}
