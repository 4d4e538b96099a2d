package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** All rows of the batch: this process trains alone. */
public record WholeBatch() implements Shard {
    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public Operand<TFloat32> rows(Ops tf, Operand<TFloat32> x) {
        return Rows.count(tf, x);
    }

    @Override
    public Operand<TFloat32> total(Ops tf, Operand<TFloat32> x) {
        return tf.reshape(Rows.count(tf, x), tf.constant(new int[0]));
    }

    @Override
    public Operand<TFloat32> mean(Ops tf, Operand<TFloat32> x, int... axes) {
        return axes.length == 1 ? tf.math.mean(x, tf.constant(axes[0])) : tf.math.mean(x, tf.constant(axes));
    }

    @Override
    public Operand<TFloat32> counting(Ops tf) {
        return tf.constant(1f);
    }
}
