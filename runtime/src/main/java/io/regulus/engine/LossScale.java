package io.regulus.engine;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * What the loss is multiplied by before its gradients are computed in float16, whose smallest numbers would otherwise be
 * lost, and the gradients divided by after. Dynamic, as in Keras: halved when a gradient overflows, doubled after 2,000
 * steps without. Always a power of two, which changes no digit but those it keeps from underflow. Not saved: a model that is loaded
 * starts at the initial value again, so that training in float16 does not resume bit for bit.
 */
final class LossScale implements AutoCloseable {
    static final float INITIAL = 1 << 15;
    static final int GROWTH_STEPS = 2_000;
    private static final float LARGEST = 1 << 24;

    private final Placeholder<TFloat32> placeholder;
    private final TFloat32 tensor = TFloat32.scalarOf(INITIAL);
    private int soundSteps;

    LossScale(Ops tf) {
        placeholder = tf.withName("loss_scale").placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    }

    Placeholder<TFloat32> placeholder() {
        return placeholder;
    }

    /** Fed as it is; its value changes with the scale. */
    TFloat32 tensor() {
        return tensor;
    }

    float value() {
        return tensor.getFloat();
    }

    /** Back to an earlier value, where lowering it did not help. */
    void restore(float earlier) {
        tensor.setFloat(earlier);
    }

    /** To be told of every step that was taken. */
    void sound() {
        soundSteps++;
        if (soundSteps >= GROWTH_STEPS) {
            soundSteps = 0;
            tensor.setFloat(Math.min(2 * value(), LARGEST));
        }
    }

    /**
     * To be told of a step whose loss or gradients were not finite.
     *
     * @return whether the scale may have been the cause: it is lower now, and the step worth repeating
     */
    boolean overflowed() {
        soundSteps = 0;
        float before = value();
        tensor.setFloat(Math.max(before / 2, 1));
        return before > 1;
    }

    @Override
    public void close() {
        tensor.close();
    }
}
