package io.regulus.ops;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Unique;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A reading of rows of a table in a training pass. The gradient is taken to the rows that were read and not to the table, of
 * whose rows a batch reads few.
 *
 * @param table what was read
 * @param ids [rows, steps]
 * @param read [rows, steps, units]
 */
record Lookup(Weight table, Operand<TInt32> ids, Operand<TFloat32> read) {
    /**
     * The gradient of the rows that were read.
     *
     * @param rows those rows, each once
     * @param values their gradients, summed over every reading, [count, units]
     */
    record Gradient(TableRows rows, Operand<TFloat32> values) {}

    /** The gradient of a table from those of its readings, in the same order; of the readings of all processes, where several train. */
    static Gradient gradient(Pass pass, List<Lookup> lookups, List<Operand<TFloat32>> gradients) {
        Ops tf = pass.tf();
        Shard shard = pass.shard();
        Weight table = lookups.get(0).table();
        Operand<TInt32> row = tf.constant(new int[] {-1});
        Operand<TInt32> matrix =
                tf.constant(new int[] {-1, Math.toIntExact(table.shape().get(1))});
        Operand<TInt32> ids = joined(
                tf,
                lookups.stream()
                        .<Operand<TInt32>>map(lookup -> tf.reshape(shard.all(tf, lookup.ids()), row))
                        .toList());
        Operand<TFloat32> values = joined(
                tf,
                gradients.stream()
                        .<Operand<TFloat32>>map(gradient -> tf.reshape(shard.all(tf, gradient), matrix))
                        .toList());
        Unique<TInt32, TInt32> unique = tf.unique(ids, tf.constant(new int[] {0}));
        return new Gradient(
                new TableRows(table, unique.y()),
                tf.math.unsortedSegmentSum(values, unique.idx(), tf.size(unique.y())));
    }

    private static <T extends org.tensorflow.types.family.TNumber> Operand<T> joined(Ops tf, List<Operand<T>> parts) {
        return parts.size() == 1 ? parts.get(0) : tf.concat(parts, tf.constant(0));
    }
}
