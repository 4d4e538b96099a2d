package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Adagrad: s = s + g^2, starting at initialAccumulator; w -= lr * g / sqrt(s + epsilon). The slot holds s + epsilon, which grows as s does:
 * TensorFlow's op, whose own epsilon is outside the root, then is the whole rule.
 *
 * @param initialAccumulator at least 0
 * @param epsilon above 0
 */
public record Adagrad(double initialAccumulator, double epsilon) implements Optimizer {
    @Override
    public Op update(Ops tf, Updated weight, Operand<TFloat32> gradient, Rates rates) {
        return tf.train.resourceApplyAdagrad(
                weight.handle(),
                weight.slot("squares", initialAccumulator + epsilon),
                rates.learningRate(),
                rates.constant(0),
                gradient);
    }
}
