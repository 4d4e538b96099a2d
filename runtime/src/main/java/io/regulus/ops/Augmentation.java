package io.regulus.ops;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gather;
import org.tensorflow.op.image.ImageProjectiveTransformV3;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Random changes of images, [rows, height, width, channels], with draws of their own for each row. All of them happen in training
 * only: in inference they return x itself. None has a gradient, and none needs one: nothing is trained before an input.
 */
public final class Augmentation {
    private static final int HEIGHT = 1;
    private static final int WIDTH = 2;

    private Augmentation() {}

    /**
     * Mirrors each row with probability 1/2 in each of the ways asked for.
     *
     * @param input name of the input, part of the draws' seed
     */
    public static Operand<TFloat32> flip(
            Pass pass, String input, Operand<TFloat32> x, boolean horizontal, boolean vertical) {
        if (!pass.training()) {
            return x;
        }
        Operand<TFloat32> flipped = x;
        if (horizontal) {
            flipped = flip(pass.tf(), flipped, flips(pass, input, "flip horizontal", x), WIDTH);
        }
        if (vertical) {
            flipped = flip(pass.tf(), flipped, flips(pass, input, "flip vertical", x), HEIGHT);
        }
        return flipped;
    }

    /** Which rows are mirrored, [rows]. */
    static Operand<TBool> flips(Pass pass, String input, String draw, Operand<TFloat32> x) {
        Ops tf = pass.tf();
        InputDraws draws = new InputDraws(pass, input);
        return tf.math.less(draws.uniform(draw, x), tf.constant(0.5f));
    }

    private static Operand<TFloat32> flip(Ops tf, Operand<TFloat32> x, Operand<TBool> which, int axis) {
        Operand<TFloat32> mirrored = tf.reverse(x, tf.constant(new int[] {axis}));
        return tf.select(perRow(tf, which), mirrored, x);
    }

    /**
     * A window of the image's own size out of the image with a border of zeros.
     *
     * @param padding width of the border, at least 1
     */
    public static Operand<TFloat32> crop(Pass pass, String input, Operand<TFloat32> x, int padding) {
        if (!pass.training()) {
            return x;
        }
        Ops tf = pass.tf();
        int[][] border = {{0, 0}, {padding, padding}, {padding, padding}, {0, 0}};
        Operand<TFloat32> padded = tf.pad(x, tf.constant(border), tf.constant(0f));
        Operand<TFloat32> rows = window(tf, padded, crops(pass, input, "crop top", x, padding), x, HEIGHT);
        return tf.ensureShape(window(tf, rows, crops(pass, input, "crop left", x, padding), x, WIDTH), x.shape());
    }

    /** Where windows begin, [rows], from 0 to 2 * padding. */
    static Operand<TInt32> crops(Pass pass, String input, String draw, Operand<TFloat32> x, int padding) {
        return new InputDraws(pass, input).below(draw, x, 2L * padding + 1);
    }

    /** The part of an axis that begins where each row says and is as long as that of x. */
    private static Operand<TFloat32> window(
            Ops tf, Operand<TFloat32> padded, Operand<TInt32> begins, Operand<TFloat32> x, int axis) {
        Operand<TInt32> places = tf.math.add(
                tf.expandDims(begins, tf.constant(1)), positions(tf, x.shape().get(axis)));
        return tf.gather(padded, places, tf.constant(axis), Gather.batchDims(1L));
    }

    /**
     * Turns each row about its centre, interpolating linearly.
     *
     * @param degrees the angle is uniform in [-degrees, degrees]; counter-clockwise where positive
     * @param fill value outside the image
     */
    public static Operand<TFloat32> rotate(Pass pass, String input, Operand<TFloat32> x, double degrees, double fill) {
        if (!pass.training() || degrees == 0) {
            return x;
        }
        Ops tf = pass.tf();
        int height = Math.toIntExact(x.shape().get(HEIGHT));
        int width = Math.toIntExact(x.shape().get(WIDTH));
        Operand<TFloat32> angles = angles(pass, input, x, degrees);
        return transformed(tf, x, rotations(tf, angles, height, width), fill);
    }

    /**
     * Each row with its pixels from other places, interpolated linearly.
     *
     * @param transforms where they come from, as {@link #rotations} says
     * @param fill value outside the image
     */
    static Operand<TFloat32> transformed(Ops tf, Operand<TFloat32> x, Operand<TFloat32> transforms, double fill) {
        int[] size = {
            Math.toIntExact(x.shape().get(HEIGHT)), Math.toIntExact(x.shape().get(WIDTH))
        };
        Operand<TFloat32> moved = tf.image.imageProjectiveTransformV3(
                x,
                transforms,
                tf.constant(size),
                tf.constant((float) fill),
                "BILINEAR",
                ImageProjectiveTransformV3.fillMode("CONSTANT"));
        return tf.ensureShape(moved, x.shape());
    }

    /**
     * Shifts each row, interpolating linearly.
     *
     * @param height largest distance down or up, as a share of the height
     * @param width largest distance across, as a share of the width
     * @param fill value outside the image
     */
    public static Operand<TFloat32> translate(
            Pass pass, String input, Operand<TFloat32> x, double height, double width, double fill) {
        if (!pass.training() || (height == 0 && width == 0)) {
            return x;
        }
        Ops tf = pass.tf();
        Operand<TFloat32> down =
                changes(pass, input, "translation down", x, height * x.shape().get(HEIGHT));
        Operand<TFloat32> across =
                changes(pass, input, "translation across", x, width * x.shape().get(WIDTH));
        Operand<TFloat32> zero = tf.math.mul(down, tf.constant(0f));
        Operand<TFloat32> one = tf.math.add(zero, tf.constant(1f));
        return transformed(tf, x, transforms(tf, List.of(one, zero, across, zero, one, down)), fill);
    }

    /** (a, b, c, d, e, f) of each row as TensorFlow wants them: the pixel (x, y) comes from (a * x + b * y + c, d * x + e * y + f). */
    static Operand<TFloat32> transforms(Ops tf, List<Operand<TFloat32>> numbers) {
        List<Operand<TFloat32>> columns = new ArrayList<>(numbers);
        Operand<TFloat32> zero = tf.math.mul(numbers.get(0), tf.constant(0f));
        columns.add(zero);
        columns.add(zero);
        return tf.stack(columns, org.tensorflow.op.core.Stack.axis(1L));
    }

    /** The angles in radians, [rows]. */
    static Operand<TFloat32> angles(Pass pass, String input, Operand<TFloat32> x, double degrees) {
        return new InputDraws(pass, input).around("rotation", x, Math.toRadians(degrees));
    }

    /**
     * Where the pixel (x, y) of the turned image comes from, as TensorFlow wants it: rows of (a, b, c, d, e, f, 0, 0) for the
     * place (a * x + b * y + c, d * x + e * y + f).
     */
    static Operand<TFloat32> rotations(Ops tf, Operand<TFloat32> angles, int height, int width) {
        Operand<TFloat32> cos = tf.math.cos(angles);
        Operand<TFloat32> sin = tf.math.sin(angles);
        Operand<TFloat32> x = tf.constant((width - 1) / 2f);
        Operand<TFloat32> y = tf.constant((height - 1) / 2f);
        // the centre stays where it is
        Operand<TFloat32> left = tf.math.sub(x, tf.math.sub(tf.math.mul(cos, x), tf.math.mul(sin, y)));
        Operand<TFloat32> top = tf.math.sub(y, tf.math.add(tf.math.mul(sin, x), tf.math.mul(cos, y)));
        return transforms(tf, List.of(cos, tf.math.neg(sin), left, sin, cos, top));
    }

    /** x + d with d uniform in [-delta, delta]. */
    public static Operand<TFloat32> brighten(Pass pass, String input, Operand<TFloat32> x, double delta) {
        if (!pass.training() || delta == 0) {
            return x;
        }
        return pass.tf().math.add(x, perRow(pass.tf(), changes(pass, input, "brightness", x, delta)));
    }

    /** What is added, or how far the factor is from 1, [rows]. */
    static Operand<TFloat32> changes(Pass pass, String input, String draw, Operand<TFloat32> x, double limit) {
        return new InputDraws(pass, input).around(draw, x, limit);
    }

    /** (x - mean) * f + mean with the mean of each channel of the image, f uniform in [1 - factor, 1 + factor]. */
    public static Operand<TFloat32> contrast(Pass pass, String input, Operand<TFloat32> x, double factor) {
        if (!pass.training() || factor == 0) {
            return x;
        }
        Ops tf = pass.tf();
        Operand<TFloat32> mean = tf.math.mean(x, tf.constant(new int[] {HEIGHT, WIDTH}), Mean.keepDims(true));
        Operand<TFloat32> change = perRow(tf, changes(pass, input, "contrast", x, factor));
        // x + (x - mean) * (f - 1): a factor of 1 changes no bit
        return tf.math.add(x, tf.math.mul(tf.math.sub(x, mean), change));
    }

    /**
     * Sets a square of each row to 0, cut off at the border.
     *
     * @param size its side; from its centre it reaches size / 2 pixels up and left, rounded down, and the rest down and right
     */
    public static Operand<TFloat32> cutout(Pass pass, String input, Operand<TFloat32> x, int size) {
        if (!pass.training()) {
            return x;
        }
        Ops tf = pass.tf();
        Operand<TInt32> side = tf.constant(size);
        Operand<TBool> hole = box(
                tf,
                x,
                new Span(centres(pass, input, "cutout row", x, HEIGHT), side),
                new Span(centres(pass, input, "cutout column", x, WIDTH), side));
        return tf.select(hole, tf.constant(0f), x);
    }

    /** Where squares have their centres, [rows], along an axis. */
    static Operand<TInt32> centres(Pass pass, String input, String draw, Operand<TFloat32> x, int axis) {
        return new InputDraws(pass, input).below(draw, x, x.shape().get(axis));
    }

    /**
     * A box along one axis.
     *
     * @param centre [n]
     * @param length a scalar
     */
    record Span(Operand<TInt32> centre, Operand<TInt32> length) {
        /** Which positions are inside, [n, size]. */
        Operand<TBool> inside(Ops tf, long size) {
            Operand<TInt32> half = tf.math.floorDiv(length, tf.constant(2));
            return between(tf, tf.math.sub(centre, half), length, size);
        }
    }

    /**
     * Which positions of an axis are in a stretch of it, [n, size].
     *
     * @param first where it begins, [n]
     * @param length a scalar or [n]
     */
    static Operand<TBool> between(Ops tf, Operand<TInt32> first, Operand<TInt32> length, long size) {
        Operand<TInt32> begin = tf.expandDims(first, tf.constant(1));
        Operand<TInt32> end = tf.expandDims(tf.math.add(first, length), tf.constant(1));
        Operand<TInt32> at = positions(tf, size);
        return tf.math.logicalAnd(tf.math.greaterEqual(at, begin), tf.math.less(at, end));
    }

    /** Which pixels of x are in a box, [n, height, width, 1]. */
    static Operand<TBool> box(Ops tf, Operand<TFloat32> x, Span rows, Span columns) {
        return box(
                tf,
                x,
                rows.inside(tf, x.shape().get(HEIGHT)),
                columns.inside(tf, x.shape().get(WIDTH)));
    }

    /** The same of the positions in it, [n, height] and [n, width]. */
    static Operand<TBool> box(Ops tf, Operand<TFloat32> x, Operand<TBool> down, Operand<TBool> across) {
        return tf.math.logicalAnd(
                tf.reshape(down, tf.constant(new long[] {-1, x.shape().get(HEIGHT), 1, 1})),
                tf.reshape(across, tf.constant(new long[] {-1, 1, x.shape().get(WIDTH), 1})));
    }

    /** 0 to below a size. */
    private static Operand<TInt32> positions(Ops tf, long size) {
        return tf.range(tf.constant(0), tf.constant(Math.toIntExact(size)), tf.constant(1));
    }

    /** What there is per row, made to stand against images. */
    static <T extends org.tensorflow.types.family.TType> Operand<T> perRow(Ops tf, Operand<T> values) {
        return tf.reshape(values, tf.constant(new int[] {-1, 1, 1, 1}));
    }
}
