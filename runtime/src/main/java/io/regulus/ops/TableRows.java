package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Some rows of a table: what a step reads and writes of a variable too large to be touched as a whole.
 *
 * @param table [vocabulary, units], or a slot of its shape
 * @param ids of the rows, each once, [count]
 */
public record TableRows(Weight table, Operand<TInt32> ids) {
    /** The rows of another variable of the table's shape. */
    public TableRows of(Weight other) {
        return new TableRows(other, ids);
    }

    /** The rows as they are when the op runs, [count, units]. */
    public Operand<TFloat32> read(Ops tf) {
        return tf.resourceGather(table.handle(), ids, TFloat32.class);
    }

    /** Replaces the rows and leaves all others alone. */
    public Op write(Ops tf, Operand<TFloat32> values) {
        return tf.resourceScatterUpdate(table.handle(), ids, values);
    }

    /**
     * Of values of these rows those that ids stand for.
     *
     * @param values [count, units]
     * @param wanted ids of any shape, of these rows only
     * @return units for each
     */
    Operand<TFloat32> pick(Ops tf, Operand<TFloat32> values, Operand<TInt32> wanted) {
        Operand<TInt32> count = tf.size(ids);
        Operand<TInt32> places = tf.scatterNd(
                tf.reshape(ids, tf.constant(new int[] {-1, 1})),
                tf.range(tf.constant(0), count, tf.constant(1)),
                tf.constant(new int[] {Math.toIntExact(table.shape().get(0))}));
        Operand<TInt32> first = tf.constant(0);
        return tf.gather(values, tf.gather(places, wanted, first), first);
    }

    /** A matrix of the table's shape that holds the given rows, and zeros elsewhere: for reports. */
    Operand<TFloat32> spread(Ops tf, Operand<TFloat32> values) {
        return tf.math.unsortedSegmentSum(
                values, ids, tf.constant(Math.toIntExact(table.shape().get(0))));
    }
}
