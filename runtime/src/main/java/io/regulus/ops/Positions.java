package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What tells the steps of a sequence, [rows, steps, features], apart. */
public final class Positions {
    private Positions() {}

    /**
     * Adds sin(t / maxWavelength^(2i / features)) to feature 2i of step t, the cosine of the same to feature 2i + 1.
     *
     * @param maxWavelength at least 1
     */
    public static Operand<TFloat32> addWaves(Ops tf, Operand<TFloat32> x, double maxWavelength) {
        int steps = Math.toIntExact(x.shape().get(1));
        int features = Math.toIntExact(x.shape().get(2));
        float[] waves = new float[Math.multiplyExact(steps, features)];
        for (int feature = 0; feature < features; feature++) {
            double frequency = Math.pow(maxWavelength, -(double) (feature - feature % 2) / features);
            for (int step = 0; step < steps; step++) {
                double angle = step * frequency;
                waves[step * features + feature] = (float) (feature % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
            }
        }
        return tf.math.add(x, tf.constant(Shape.of(steps, features), DataBuffers.of(waves)));
    }
}
