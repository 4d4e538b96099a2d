package org.example.ops;

import io.regulus.kernels.SumOfSquares;
import java.util.List;
import org.tensorflow.EagerSession;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A norm by a native kernel. */
public final class Norm {
    private Norm() {}

    /** The square root of the sum of squares. */
    public static double of(float... values) {
        try (EagerSession session = EagerSession.create()) {
            Ops tf = Ops.create(session);
            try (TFloat32 sum =
                    SumOfSquares.of(tf, List.of(tf.constant(values)), 1).asTensor()) {
                return Math.sqrt(sum.getFloat());
            }
        }
    }
}
