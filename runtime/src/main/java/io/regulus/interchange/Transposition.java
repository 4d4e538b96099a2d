package io.regulus.interchange;

import java.util.List;

/** An order of the axes of a tensor, its values row-major before and after. */
final class Transposition {
    private final int[] lengths;
    /** How far apart neighbours along an axis of the outcome stand in the tensor. */
    private final int[] strides;

    /**
     * Of a tensor of these dimensions.
     *
     * @param axes which axis becomes the first, the second and so on
     */
    Transposition(List<Long> shape, int... axes) {
        int[] own = new int[axes.length];
        int stride = 1;
        for (int axis = axes.length - 1; axis >= 0; axis--) {
            own[axis] = stride;
            stride = Math.toIntExact(stride * shape.get(axis));
        }
        lengths = new int[axes.length];
        strides = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            lengths[i] = Math.toIntExact(shape.get(axes[i]));
            strides[i] = own[axes[i]];
        }
    }

    /** The values in the new order. */
    float[] apply(float[] values) {
        float[] moved = new float[values.length];
        walk((to, from) -> moved[to] = values[from]);
        return moved;
    }

    /** Values of the new order in the old one. */
    float[] back(float[] moved) {
        float[] values = new float[moved.length];
        walk((to, from) -> values[from] = moved[to]);
        return values;
    }

    /** A position in the outcome, and where the same value stands in the tensor. */
    private interface Move {
        void value(int to, int from);
    }

    private void walk(Move move) {
        int count = 1;
        for (int length : lengths) {
            count *= length;
        }
        int[] index = new int[lengths.length];
        int from = 0;
        for (int to = 0; to < count; to++) {
            move.value(to, from);
            for (int axis = lengths.length - 1; axis >= 0; axis--) {
                from += strides[axis];
                if (++index[axis] < lengths[axis]) {
                    break;
                }
                from -= strides[axis] * lengths[axis];
                index[axis] = 0;
            }
        }
    }
}
