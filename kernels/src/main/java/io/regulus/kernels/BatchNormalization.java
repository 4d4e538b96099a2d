package io.regulus.kernels;

import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Batch normalisation as in training, over every axis but the last, with what often follows it, in two passes over x:
 * y = activation((x - mean) / sqrt(variance + epsilon) * scale + shift). {@code tf.gradients} goes through y alone; the
 * statistics are for moving averages.
 *
 * @param y of x's shape
 * @param mean of the batch, [channels]
 * @param variance of the batch, biased: the sum of squared deviations divided by their number, [channels]
 * @param inverse 1 / sqrt(variance + epsilon), [channels]
 */
public record BatchNormalization(
        Operand<TFloat32> y, Operand<TFloat32> mean, Operand<TFloat32> variance, Operand<TFloat32> inverse) {
    /**
     * What follows the normalisation.
     *
     * @param relu whether to cut negative values
     * @param dropout what to drop after that
     */
    public record Activation(boolean relu, Optional<Draws> dropout) {
        /** Nothing. */
        public static final Activation NONE = new Activation(false, Optional.empty());

        /** ReLU. */
        public static final Activation RELU = new Activation(true, Optional.empty());
    }

    /**
     * Normalises a batch.
     *
     * @param x [..., channels]
     * @param scale [channels]
     * @param shift [channels]
     * @param epsilon added to the variance under the root
     * @param threads how many may share a large batch, here and in the gradient, at least 1; no more are used than the process
     *     has processors, and the result is the same
     */
    public static BatchNormalization of(
            Ops tf,
            Operand<TFloat32> x,
            Operand<TFloat32> scale,
            Operand<TFloat32> shift,
            float epsilon,
            Activation activation,
            int threads) {
        Output<?>[] draws = activation
                .dropout()
                .map(dropout -> new Output<?>[] {dropout.input(tf)})
                .orElse(new Output<?>[0]);
        Operation op = tf.scope()
                .opBuilder("RegulusBatchNorm", "RegulusBatchNorm")
                .addInput(x.asOutput())
                .addInput(scale.asOutput())
                .addInput(shift.asOutput())
                .addInputList(draws)
                .setAttr("epsilon", epsilon)
                .setAttr("relu", activation.relu())
                .setAttr("threshold", activation.dropout().map(Draws::threshold).orElse(0))
                .setAttr("threads", Threads.checked(threads))
                .build();
        return new BatchNormalization(op.output(0), op.output(1), op.output(2), op.output(3));
    }
}
