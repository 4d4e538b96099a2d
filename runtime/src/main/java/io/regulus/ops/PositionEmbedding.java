package io.regulus.ops;

import io.regulus.ops.Initializers.Initializer;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A trained row for each step of a sequence.
 *
 * @param positions [steps, features]
 */
public record PositionEmbedding(Weight positions) {
    /** Declares the rows of a layer. */
    public static PositionEmbedding of(Pass pass, String layer, long steps, long features, Initializer initializer) {
        return new PositionEmbedding(pass.drawn(layer + "/positions", Role.EMBEDDING, initializer, steps, features));
    }

    /** x[t] + positions[t], for x [rows, steps, features]. */
    public Operand<TFloat32> addTo(Ops tf, Operand<TFloat32> x) {
        return tf.math.add(x, positions);
    }
}
