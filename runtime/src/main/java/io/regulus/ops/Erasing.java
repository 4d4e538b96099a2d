package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Random erasing (Zhong et al., 2020) of rectangles of images, [rows, height, width, channels], with draws of their own for each row. */
public final class Erasing {
    private Erasing() {}

    /**
     * A rectangle of each row, [rows] each.
     *
     * @param erased whether there is one
     */
    record Rectangles(
            Operand<TBool> erased,
            Operand<TInt32> top,
            Operand<TInt32> left,
            Operand<TInt32> height,
            Operand<TInt32> width) {}

    /**
     * Sets a rectangle of some rows to a value, in training; in inference or where p is 0 it returns x itself.
     *
     * @param input name of the input, part of the draws' seed
     * @param p probability of erasing
     * @param minArea smallest area, as a share of the image's
     * @param maxArea largest area
     * @param aspect height / width is between 1 / aspect and aspect, its logarithm uniform
     * @param fill what is put there
     */
    public static Operand<TFloat32> apply(
            Pass pass,
            String input,
            Operand<TFloat32> x,
            double p,
            double minArea,
            double maxArea,
            double aspect,
            double fill) {
        if (!pass.training() || p == 0) {
            return x;
        }
        Ops tf = pass.tf();
        Rectangles drawn = rectangles(pass, input, x, p, minArea, maxArea, aspect);
        Operand<TBool> inside = Augmentation.box(
                tf,
                x,
                Augmentation.between(tf, drawn.top(), drawn.height(), x.shape().get(1)),
                Augmentation.between(tf, drawn.left(), drawn.width(), x.shape().get(2)));
        Operand<TBool> replaced = tf.math.logicalAnd(inside, Augmentation.perRow(tf, drawn.erased()));
        return tf.select(replaced, tf.constant((float) fill), x);
    }

    static Rectangles rectangles(
            Pass pass, String input, Operand<TFloat32> x, double p, double minArea, double maxArea, double aspect) {
        Ops tf = pass.tf();
        InputDraws draws = new InputDraws(pass, input);
        float pixels = (float) x.shape().get(1) * x.shape().get(2);
        Operand<TFloat32> share = tf.math.add(
                tf.math.mul(draws.uniform("erasing area", x), tf.constant((float) (maxArea - minArea))),
                tf.constant((float) minArea));
        Operand<TFloat32> area = tf.math.mul(share, tf.constant(pixels));
        Operand<TFloat32> ratio = tf.math.exp(draws.around("erasing aspect", x, Math.log(aspect)));
        Operand<TInt32> height = side(tf, tf.math.mul(area, ratio), x.shape().get(1));
        Operand<TInt32> width = side(tf, tf.math.div(area, ratio), x.shape().get(2));
        return new Rectangles(
                tf.math.less(draws.uniform("erasing", x), tf.constant((float) p)),
                place(tf, draws.uniform("erasing row", x), height, x.shape().get(1)),
                place(tf, draws.uniform("erasing column", x), width, x.shape().get(2)),
                height,
                width);
    }

    /** The root, rounded, and at most the image's side. */
    private static Operand<TInt32> side(Ops tf, Operand<TFloat32> square, long most) {
        Operand<TFloat32> length = tf.math.minimum(tf.math.sqrt(square), tf.constant((float) most));
        return tf.dtypes.cast(tf.math.round(length), TInt32.class);
    }

    /** From 0 to where the rectangle ends with the image, each equally likely. */
    private static Operand<TInt32> place(Ops tf, Operand<TFloat32> uniform, Operand<TInt32> length, long size) {
        Operand<TInt32> places = tf.math.sub(tf.constant(Math.toIntExact(size) + 1), length);
        return tf.dtypes.cast(tf.math.mul(uniform, tf.dtypes.cast(places, TFloat32.class)), TInt32.class);
    }
}
