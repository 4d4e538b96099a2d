package io.regulus.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Random changes of the colours of images, [rows, height, width, 3], red, green and blue, none of them negative: by hue, saturation and value
 * (Smith, Color Gamut Transform Pairs, 1978), in which only the value has a unit. In training only: in inference they return x itself.
 */
public final class Colours {
    private Colours() {}

    /**
     * h + d, the hue in parts of a whole turn, d uniform in [-delta, delta].
     *
     * @param input name of the input, part of the draws' seed
     */
    public static Operand<TFloat32> hue(Pass pass, String input, Operand<TFloat32> x, double delta) {
        if (!pass.training() || delta == 0) {
            return x;
        }
        Ops tf = pass.tf();
        Operand<TFloat32> turn = Augmentation.perRow(tf, Augmentation.changes(pass, input, "hue", x, delta));
        return changed(tf, x, 0, hue -> tf.math.floorMod(tf.math.add(hue, turn), tf.constant(1f)));
    }

    /** s * f, cut to [0, 1], f uniform in [1 - factor, 1 + factor]. */
    public static Operand<TFloat32> saturation(Pass pass, String input, Operand<TFloat32> x, double factor) {
        if (!pass.training() || factor == 0) {
            return x;
        }
        Ops tf = pass.tf();
        Operand<TFloat32> change = Augmentation.perRow(tf, Augmentation.changes(pass, input, "saturation", x, factor));
        Operand<TFloat32> by = tf.math.add(change, tf.constant(1f));
        return changed(
                tf, x, 1, saturation -> tf.clipByValue(tf.math.mul(saturation, by), tf.constant(0f), tf.constant(1f)));
    }

    /** The colours with hue (0) or saturation (1) changed. */
    private static Operand<TFloat32> changed(
            Ops tf, Operand<TFloat32> x, int which, UnaryOperator<Operand<TFloat32>> change) {
        Operand<TFloat32> colours = tf.image.rgbToHsv(x);
        List<Operand<TFloat32>> parts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Operand<TFloat32> part =
                    tf.slice(colours, tf.constant(new int[] {0, 0, 0, i}), tf.constant(new int[] {-1, -1, -1, 1}));
            parts.add(i == which ? change.apply(part) : part);
        }
        return tf.ensureShape(tf.image.hsvToRgb(tf.concat(parts, tf.constant(3))), x.shape());
    }
}
