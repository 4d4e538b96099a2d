package io.regulus.kernels;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The sum of the squares of all values, as a check for finite ones. */
public final class SumOfSquares {
    private SumOfSquares() {}

    /**
     * A scalar: sum(x^2) over all values of all tensors. NaN or infinite exactly if a value is, or if the sum overflows,
     * which no value below 1e19 does alone.
     *
     * @param tensors at least one, of any shapes
     * @param threads how many may share a large tensor, at least 1; no more are used than the process has processors, and the
     *     result is the same
     */
    public static Operand<TFloat32> of(Ops tf, List<? extends Operand<TFloat32>> tensors, int threads) {
        Output<?>[] inputs = tensors.stream().map(Operand::asOutput).toArray(Output<?>[]::new);
        return tf.scope()
                .opBuilder("RegulusSumOfSquares", "RegulusSumOfSquares")
                .addInputList(inputs)
                .setAttr("threads", Threads.checked(threads))
                .build()
                .output(0);
    }
}
