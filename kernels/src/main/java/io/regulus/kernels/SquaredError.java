package io.regulus.kernels;

import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The mean of e^2 over all values and its gradient 2 * e / values, with e = predictions - targets, in one op. {@code
 * tf.gradients} does not go through it: the gradient is there already.
 *
 * @param value a scalar
 * @param gradient by the predictions, of their shape; to the bit (e + e) * ((1 / outputs) / rows)
 */
public record SquaredError(Operand<TFloat32> value, Operand<TFloat32> gradient) {
    /**
     * The loss of a batch.
     *
     * @param predictions [rows, outputs]
     * @param targets [rows, outputs]
     */
    public static SquaredError of(Ops tf, Operand<TFloat32> predictions, Operand<TFloat32> targets) {
        Operation op = tf.scope()
                .opBuilder("RegulusSquaredError", "RegulusSquaredError")
                .addInput(predictions.asOutput())
                .addInput(targets.asOutput())
                .build();
        return new SquaredError(op.output(0), op.output(1));
    }
}
