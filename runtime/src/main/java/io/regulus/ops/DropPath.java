package io.regulus.ops;

import java.util.Arrays;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Stochastic depth: y = x * keep / (1 - p) with keep drawn per row. */
public final class DropPath {
    private DropPath() {}

    /**
     * Drops where noise acts; returns x itself in inference or where p is 0.
     *
     * @param layer name of the layer, part of the mask's seed
     * @param x [rows, ..., channels]
     * @param p probability of dropping, in [0, 1)
     */
    public static Operand<TFloat32> apply(Pass pass, String layer, Operand<TFloat32> x, double p) {
        int[] dims = new int[x.shape().numDimensions() - 1];
        Arrays.fill(dims, 1);
        return Masks.drop(pass, layer, x, p, dims);
    }
}
