package io.regulus.ops;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.op.Operands;
import org.tensorflow.op.Ops;
import org.tensorflow.op.random.StatelessRandomGetKeyCounter;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TNumber;

/**
 * Random numbers for the rows of a batch, each a function of a key and of its place in the batch: a process that has some of the rows draws for them what
 * a process that has all would. It draws no others: TensorFlow's generator, Philox, numbers its outputs, and starts
 * at any of them.
 */
final class RowDraws {
    /** Philox, by TensorFlow's number for it. */
    private static final int PHILOX = 1;

    /** Numbers of a kind that one output of the generator, 128 bits, gives. */
    private static final int WORDS = 2;

    private static final int FLOATS = 4;

    private final Pass pass;
    private final Operand<TInt64> key;

    RowDraws(Pass pass, Operand<TInt64> key) {
        this.pass = pass;
        this.key = key;
    }

    /** 64 random bits each, [rows, perRow]. */
    Operand<TInt64> words(Operand<TInt32> rows, int perRow) {
        Ops tf = pass.tf();
        return pass.shard()
                .place()
                .map(place -> from(place, rows, perRow, WORDS, "StatelessRandomUniformFullIntV2", TInt64.class))
                .orElseGet(() -> tf.random.statelessRandomUniformFullInt(shape(rows, perRow), key, TInt64.class));
    }

    /** Uniform in [0, 1), [rows, dims...]. */
    Operand<TFloat32> uniform(Operand<TInt32> rows, int... dims) {
        Ops tf = pass.tf();
        return pass.shard()
                .place()
                .map(place -> shaped(
                        from(place, rows, product(dims), FLOATS, "StatelessRandomUniformV2", TFloat32.class), dims))
                .orElseGet(() -> tf.random.statelessRandomUniform(shape(rows, dims), key));
    }

    /** Normal with mean 0 and deviation 1, [rows, dims...]. */
    Operand<TFloat32> normal(Operand<TInt32> rows, int... dims) {
        Ops tf = pass.tf();
        return pass.shard()
                .place()
                .map(place -> shaped(
                        from(place, rows, product(dims), FLOATS, "StatelessRandomNormalV2", TFloat32.class), dims))
                .orElseGet(() -> tf.random.statelessRandomNormal(shape(rows, dims), key));
    }

    private Operand<TInt32> shape(Operand<TInt32> rows, int... dims) {
        Ops tf = pass.tf();
        return tf.concat(List.of(rows, tf.constant(dims)), tf.constant(0));
    }

    private static int product(int... dims) {
        int product = 1;
        for (int dim : dims) {
            product = Math.multiplyExact(product, dim);
        }
        return product;
    }

    private Operand<TFloat32> shaped(Operand<TFloat32> matrix, int... dims) {
        if (dims.length == 1) {
            return matrix;
        }
        int[] all = new int[dims.length + 1];
        all[0] = -1;
        System.arraycopy(dims, 0, all, 1, dims.length);
        return pass.tf().reshape(matrix, pass.tf().constant(all));
    }

    /**
     * The numbers of the rows, out of those of all rows written one after the other: the outputs of the generator from that on in which
     * the first row begins, without what that one has for the row before.
     *
     * @param perOutput numbers that an output of the generator gives
     */
    private <T extends TNumber> Operand<T> from(
            Shard.Place place, Operand<TInt32> rows, int perRow, int perOutput, String op, Class<T> type) {
        Ops tf = pass.tf();
        Operand<TInt64> first = tf.math.mul(tf.dtypes.cast(place.first(), TInt64.class), tf.constant((long) perRow));
        Operand<TInt64> group = tf.constant((long) perOutput);
        Operand<TInt32> before = tf.dtypes.cast(tf.math.floorMod(first, group), TInt32.class);
        Operand<TInt32> count = tf.math.mul(rows, tf.constant(perRow));
        StatelessRandomGetKeyCounter start = tf.random.statelessRandomGetKeyCounter(key);
        Operation draws = tf.scope()
                .opBuilder(op, "RowDraws")
                .addInput(tf.math.add(count, before).asOutput())
                .addInput(start.key())
                .addInput(skipped(start, tf.math.floorDiv(first, group)).output(0))
                .addInput(tf.constant(PHILOX).asOutput())
                .setAttr("dtype", Operands.toDataType(type))
                .build();
        Operand<T> drawn = tf.slice(draws.<T>output(0), before, count);
        return tf.reshape(drawn, tf.constant(new int[] {-1, perRow}));
    }

    /**
     * The generator's counter, 128 bits as two words, the lower first. A carry from it is left out: a chance of 2^-64 for each output that is
     * skipped, and what is drawn then is as random.
     */
    private Operation skipped(StatelessRandomGetKeyCounter start, Operand<TInt64> outputs) {
        Ops tf = pass.tf();
        Operand<TInt64> counter = bitcast(start.counter(), DataType.DT_INT64).output(0);
        Operand<TInt64> skip = tf.concat(List.of(outputs, tf.constant(new long[1])), tf.constant(0));
        return bitcast(tf.math.add(counter, skip).asOutput(), DataType.DT_UINT64);
    }

    private Operation bitcast(org.tensorflow.Output<?> value, DataType type) {
        return pass.tf()
                .scope()
                .opBuilder("Bitcast", "Bitcast")
                .addInput(value)
                .setAttr("type", type)
                .build();
    }
}
