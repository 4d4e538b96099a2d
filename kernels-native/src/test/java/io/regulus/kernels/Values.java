package io.regulus.kernels;

import java.util.Random;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint16;

/** What the tests do with arrays and graphs. */
final class Values {
    private Values() {}

    /** Normal numbers around a mean. */
    static float[] normal(long seed, int n, double mean, double deviation) {
        Random random = new Random(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) (mean + deviation * random.nextGaussian());
        }
        return values;
    }

    /** Draws of dropout, as int. */
    static int[] draws(long seed, int n) {
        return new Random(seed).ints(n, 0, 1 << 16).toArray();
    }

    static Operand<TFloat32> constant(Ops tf, float[] values, long... shape) {
        return tf.constant(Shape.of(shape), DataBuffers.of(values));
    }

    static Operand<TUint16> draws(Ops tf, int[] draws, long... shape) {
        return tf.dtypes.cast(tf.constant(Shape.of(shape), DataBuffers.of(draws)), TUint16.class);
    }

    /** A variable of that name, set to the values by the returned handle's initialiser. */
    static VarHandleOp variable(Ops tf, String name, long... shape) {
        return tf.varHandleOp(TFloat32.class, Shape.of(shape), VarHandleOp.sharedName(name));
    }

    static Op assign(Ops tf, VarHandleOp handle, float[] values, long... shape) {
        return tf.assignVariableOp(handle, constant(tf, values, shape));
    }

    static float[] fetch(Session session, Operand<TFloat32> operand) {
        try (Result result = session.runner().fetch(operand).run()) {
            return array((TFloat32) result.get(0));
        }
    }

    static float[] array(TFloat32 tensor) {
        float[] values = new float[(int) tensor.size()];
        tensor.copyTo(DataBuffers.of(values));
        return values;
    }
}
