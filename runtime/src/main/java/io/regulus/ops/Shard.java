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
 * The rows of a step's batch that a pass sees, of all those that the step is on: whatever is a mean over a batch, or drawn for its rows,
 * asks here.
 */
public sealed interface Shard permits WholeBatch, SummedShard, OwnShard {
    /** Whether the pass sees all rows: TensorFlow's and the native kernels of whole batches may be used then. */
    default boolean isWhole() {
        return false;
    }

    /** Where the rows stand among all rows of the batch, for draws; empty where they are all. */
    default Optional<Place> place() {
        return Optional.empty();
    }

    /**
     * Rows of a batch.
     *
     * @param first the number of the first one, [1]
     * @param total number of rows of the batch, [1]
     * @param present 1, or 0 where none of the rows is here, [1]: there is a row all the same then, for not every kernel takes none, and it counts nothing
     */
    record Place(Operand<TInt32> first, Operand<TInt32> total, Operand<TInt32> present) {
        /** Whether the rows count, 0 or 1, a scalar. */
        Operand<TFloat32> counting(Ops tf) {
            return tf.dtypes.cast(tf.reshape(present, tf.constant(new int[0])), TFloat32.class);
        }

        /** The number of rows of x that count, [1]. */
        Operand<TInt32> rows(Ops tf, Operand<? extends TNumber> x) {
            return tf.math.mul(Rows.shape(tf, x), present);
        }
    }

    /** What a mean over the rows divides by, a scalar; x is what there is per row. Infinity where no row counts. */
    Operand<TFloat32> rows(Ops tf, Operand<TFloat32> x);

    /** How many rows the step is on, of which this process may have none; 0 where there is none at all. A scalar. */
    Operand<TFloat32> total(Ops tf, Operand<TFloat32> x);

    /** What this process brings to the mean of x over the rows and the other axes given, 0 among them. */
    Operand<TFloat32> mean(Ops tf, Operand<TFloat32> x, int... axes);

    /** What all processes bring, put together; of one that meets no other what it brings. */
    default List<Operand<TFloat32>> sums(Ops tf, List<Operand<TFloat32>> values) {
        return values;
    }

    /** Whether the rows that are here count, 0 or 1, a scalar. */
    Operand<TFloat32> counting(Ops tf);

    /** See {@link #sums}. */
    default Operand<TFloat64> sum(Ops tf, Operand<TFloat64> values) {
        return values;
    }

    /** What each process brings of something that all of them know in full. */
    default float share() {
        return 1;
    }

    /** What there is per row, [rows, ...], of all rows that may be mixed with each other, [all rows, ...]: by default of those that are here. */
    default <T extends TNumber> Operand<T> all(Ops tf, Operand<T> rows) {
        return rows;
    }

    /** The number of those rows, [1]. */
    default Operand<TInt32> allRows(Ops tf, Operand<TFloat32> x) {
        return Rows.shape(tf, x);
    }

    /** Of what there is for all those rows that of this process's; x has its rows. */
    default <T extends TNumber> Operand<T> mine(Ops tf, Operand<T> all, Operand<TFloat32> x) {
        return all;
    }
}
