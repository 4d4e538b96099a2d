package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A data loss with its gradient written out: both are a few ops that share most of their work, where the gradient that
 * TensorFlow derives from the value repeats it and adds a dozen ops for the mean.
 *
 * @param value a scalar, the mean over the rows of the batch
 * @param gradient of the value with respect to the outputs, of their shape [rows, outputs]
 */
public record Loss(Operand<TFloat32> value, Operand<TFloat32> gradient) {}
