package io.regulus.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TNumber;

/**
 * Some rows of a batch, the rest of which other processes have: all of them take the same step, that on the whole batch. A process that has no
 * row of a batch takes part all the same.
 *
 * @param at where the rows are
 * @param group adds up what the processes find
 */
public record SummedShard(Place at, AllReduce group) implements Shard {
    /** Values from which on copying costs as much as a collective of its own, about a millisecond. */
    private static final int LARGE = 1 << 18;

    @Override
    public Optional<Place> place() {
        return Optional.of(at);
    }

    @Override
    public Operand<TFloat32> rows(Ops tf, Operand<TFloat32> x) {
        return tf.math.div(tf.dtypes.cast(scalar(tf, at.total()), TFloat32.class), counting(tf));
    }

    private static Operand<TInt32> scalar(Ops tf, Operand<TInt32> one) {
        return tf.reshape(one, tf.constant(new int[0]));
    }

    @Override
    public Operand<TFloat32> total(Ops tf, Operand<TFloat32> x) {
        return tf.dtypes.cast(scalar(tf, at.total()), TFloat32.class);
    }

    @Override
    public Operand<TFloat32> mean(Ops tf, Operand<TFloat32> x, int... axes) {
        return Rows.mean(tf, x, rows(tf, x), axes);
    }

    /**
     * Small ones as one vector, for what their collectives cost is for the most part that they happen; large ones each by itself, without being
     * copied into a vector and out of it.
     */
    @Override
    public List<Operand<TFloat32>> sums(Ops tf, List<Operand<TFloat32>> values) {
        List<Operand<TFloat32>> sums = new ArrayList<>(values);
        List<Integer> small = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).shape().size() < LARGE) {
                small.add(i);
            } else {
                sums.set(i, group.sum(tf, values.get(i)));
            }
        }
        if (!small.isEmpty()) {
            joined(tf, sums, small);
        }
        return sums;
    }

    /** Puts the sums of some of the values in their place. */
    private void joined(Ops tf, List<Operand<TFloat32>> values, List<Integer> which) {
        List<Operand<TFloat32>> flat = new ArrayList<>();
        which.forEach(i -> flat.add(tf.reshape(values.get(i), tf.constant(new int[] {-1}))));
        Operand<TFloat32> sum = group.sum(tf, flat.size() == 1 ? flat.get(0) : tf.concat(flat, tf.constant(0)));
        int from = 0;
        for (int i : which) {
            Shape shape = values.get(i).shape();
            int size = Math.toIntExact(shape.size());
            Operand<TFloat32> part = tf.slice(sum, tf.constant(new int[] {from}), tf.constant(new int[] {size}));
            values.set(i, tf.reshape(part, tf.constant(shape.asArray())));
            from = Math.addExact(from, size);
        }
    }

    @Override
    public Operand<TFloat64> sum(Ops tf, Operand<TFloat64> values) {
        return group.sum(tf, values);
    }

    @Override
    public Operand<TFloat32> counting(Ops tf) {
        return at.counting(tf);
    }

    @Override
    public float share() {
        return 1f / group.size();
    }

    /** Each process adds its rows to zeros at the places of the others': so everyone has all. */
    @Override
    public <T extends TNumber> Operand<T> all(Ops tf, Operand<T> rows) {
        Operand<TInt32> here = at.rows(tf, rows);
        Operand<TInt32> behind = tf.math.sub(tf.math.sub(at.total(), at.first()), here);
        Operand<TInt32> border =
                tf.reshape(tf.concat(List.of(at.first(), behind), tf.constant(0)), tf.constant(new int[] {1, 2}));
        int others = rows.shape().numDimensions() - 1;
        Operand<TInt32> borders =
                others == 0 ? border : tf.concat(List.of(border, tf.constant(new int[others][2])), tf.constant(0));
        Operand<T> zero = tf.dtypes.cast(tf.constant(0), rows.type());
        Operand<T> placed = tf.pad(Rows.part(tf, rows, tf.constant(new int[1]), here), borders, zero);
        long[] dims = rows.shape().asArray();
        dims[0] = Shape.UNKNOWN_SIZE;
        return tf.ensureShape(group.sum(tf, placed, scalar(tf, at.total())), Shape.of(dims));
    }

    @Override
    public Operand<TInt32> allRows(Ops tf, Operand<TFloat32> x) {
        return at.total();
    }

    @Override
    public <T extends TNumber> Operand<T> mine(Ops tf, Operand<T> all, Operand<TFloat32> x) {
        return Rows.part(tf, all, at.first(), Rows.shape(tf, x));
    }
}
