package io.regulus.ops;

import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

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
    public Operand<TFloat32> counting(Ops tf) {
        return at.counting(tf);
    }
}
