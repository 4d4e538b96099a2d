package io.regulus.ops;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TNumber;

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
    public List<Operand<TFloat32>> sums(Ops tf, List<Operand<TFloat32>> values) {
        return values;
    }

    @Override
    public Operand<TFloat64> sum(Ops tf, Operand<TFloat64> values) {
        return values;
    }

    @Override
    public Operand<TFloat32> counting(Ops tf) {
        return tf.constant(1f);
    }

    @Override
    public float share() {
        return 1;
    }

    @Override
    public <T extends TNumber> Operand<T> all(Ops tf, Operand<T> rows) {
        return rows;
    }

    @Override
    public Operand<TInt32> allRows(Ops tf, Operand<TFloat32> x) {
        return Rows.shape(tf, x);
    }

    @Override
    public <T extends TNumber> Operand<T> mine(Ops tf, Operand<T> all, Operand<TFloat32> x) {
        return all;
    }
}
