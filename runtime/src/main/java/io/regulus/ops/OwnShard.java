package io.regulus.ops;

import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TNumber;

/**
 * Some rows of a batch, on which this process takes a step by itself: what the others find is not asked for. Only draws are those of the
 * rows' places, so that no two processes draw the same. Where none of the rows is here the gradient of the loss is zero.
 *
 * @param at where the rows are
 */
public record OwnShard(Place at) implements Shard {
    @Override
    public Optional<Place> place() {
        return Optional.of(at);
    }

    @Override
    public Operand<TFloat32> rows(Ops tf, Operand<TFloat32> x) {
        return tf.math.div(tf.reshape(Rows.count(tf, x), tf.constant(new int[0])), counting(tf));
    }

    @Override
    public Operand<TFloat32> total(Ops tf, Operand<TFloat32> x) {
        return tf.math.mul(tf.reshape(Rows.count(tf, x), tf.constant(new int[0])), counting(tf));
    }

    @Override
    public Operand<TFloat32> mean(Ops tf, Operand<TFloat32> x, int... axes) {
        return Rows.mean(tf, x, rows(tf, x), axes);
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
        return at.counting(tf);
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
