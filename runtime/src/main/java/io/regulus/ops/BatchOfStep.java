package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.types.TInt64;

/**
 * Which batch of a step a pass is on, where a step takes several.
 *
 * @param batches of a step, at least 2
 * @param number of the batch within its step, from 0, a scalar
 */
public record BatchOfStep(int batches, Operand<TInt64> number) {}
