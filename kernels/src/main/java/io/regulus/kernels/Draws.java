package io.regulus.kernels;

import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint16;

/**
 * Random numbers of inverted dropout: a value is kept where its draw is at least the threshold, and multiplied by
 * 65536 / (65536 - threshold).
 *
 * @param values one draw per value, uniform in [0, 65535]
 * @param threshold 65536 * p, in [1, 65535]
 */
public record Draws(Operand<TUint16> values, int threshold) {
    /**
     * Draws for every value of x as a function of the seed: to the bit what {@code statelessRandomUniformFullInt} gives for
     * int64 of shape [rows, ceil(values per row / 4)], each word cut into four 16-bit numbers and each row to its values.
     *
     * @param x [rows, ...]
     * @param seed two numbers
     */
    public static Draws of(Ops tf, Operand<TFloat32> x, Operand<TInt64> seed, int threshold) {
        Operation draws = tf.scope()
                .opBuilder("RegulusDraws", "RegulusDraws")
                .addInput(x.asOutput())
                .addInput(seed.asOutput())
                .build();
        return new Draws(draws.output(0), threshold);
    }

    /** The values as an input of an op that gradients go through: they end here. */
    Output<TUint16> input(Ops tf) {
        return tf.stopGradient(values).asOutput();
    }
}
