package io.regulus.ops;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * RMSprop: v = rho * v + (1 - rho) * g^2; m = momentum * m + lr * g / sqrt(v + epsilon); w -= m. Centered, the square of
 * the moving mean gradient is taken from v.
 *
 * @param rho in [0, 1)
 * @param momentum in [0, 1)
 * @param epsilon above 0
 * @param centered whether squares are taken around the mean gradient
 */
public record RmsProp(double rho, double momentum, double epsilon, boolean centered) implements Optimizer {
    @Override
    public Op update(Ops tf, Weight weight, Operand<TFloat32> gradient, Rates rates) {
        Weight square = rates.pass().slot(weight, "square", 0);
        Weight velocity = rates.pass().slot(weight, "velocity", 0);
        Operand<TFloat32> lr = rates.learningRate();
        Operand<TFloat32> rhoValue = rates.constant(rho);
        Operand<TFloat32> momentumValue = rates.constant(momentum);
        Operand<TFloat32> epsilonValue = rates.constant(epsilon);
        if (!centered) {
            return tf.train.resourceApplyRmsProp(
                    weight.handle(),
                    square.handle(),
                    velocity.handle(),
                    lr,
                    rhoValue,
                    momentumValue,
                    epsilonValue,
                    gradient);
        }
        return tf.train.resourceApplyCenteredRmsProp(
                weight.handle(),
                rates.pass().slot(weight, "mean", 0).handle(),
                square.handle(),
                velocity.handle(),
                lr,
                rhoValue,
                momentumValue,
                epsilonValue,
                gradient);
    }

    @Override
    public Op update(Ops tf, TableRows rows, Operand<TFloat32> gradient, Rates rates) {
        List<Op> written = new ArrayList<>();
        TableRows squareSlot = rows.slot(rates.pass(), "square");
        Operand<TFloat32> square = moved(tf, squareSlot.read(tf), tf.math.square(gradient), rates);
        written.add(squareSlot.write(tf, square));
        Operand<TFloat32> variance = square;
        if (centered) {
            TableRows meanSlot = rows.slot(rates.pass(), "mean");
            Operand<TFloat32> mean = moved(tf, meanSlot.read(tf), gradient, rates);
            written.add(meanSlot.write(tf, mean));
            variance = tf.math.sub(square, tf.math.square(mean));
        }
        TableRows velocitySlot = rows.slot(rates.pass(), "velocity");
        Operand<TFloat32> root = tf.math.sqrt(tf.math.add(variance, rates.constant(epsilon)));
        Operand<TFloat32> velocity = tf.math.add(
                tf.math.mul(velocitySlot.read(tf), rates.constant(momentum)),
                tf.math.div(tf.math.mul(gradient, rates.learningRate()), root));
        written.add(velocitySlot.write(tf, velocity));
        written.add(rows.write(tf, tf.math.sub(rows.read(tf), velocity)));
        return tf.withControlDependencies(written).noOp();
    }

    /** old + (1 - rho) * (value - old), in the form that TensorFlow's own op computes. */
    private Operand<TFloat32> moved(Ops tf, Operand<TFloat32> old, Operand<TFloat32> value, Rates rates) {
        return tf.math.add(old, tf.math.mul(tf.math.sub(value, old), rates.constant(1 - rho)));
    }
}
