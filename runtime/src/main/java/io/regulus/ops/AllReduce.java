package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.OperationBuilder;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TNumber;

/**
 * Adds up tensors over the processes of a group, by TensorFlow's collectives: all processes get the same bits. Each place in
 * the graph that adds something up has a key, by which the processes find each other: all of them have to build the same graph in the same order.
 */
public final class AllReduce {
    /** A key stands for one shape only: keys of what has a shape for each number of rows leave room for that number. */
    private static final int ROOM = 1 << 24;

    private static final int PLACES_WITH_ROOM = Integer.MAX_VALUE / ROOM - 1;

    private static final int GROUP = 1;

    /** The collective wakes a thread per call to watch the time where it has a limit of its own; that of the session does. */
    private static final float NO_LIMIT = 0;

    private final int size;
    private final String hint;
    private int fixed;
    private int withRoom;

    /**
     * For a graph.
     *
     * @param size number of processes
     * @param hint TensorFlow's word for the way: {@code ring} over the network, {@code auto} to let it choose one for GPUs
     */
    public AllReduce(int size, String hint) {
        this.size = size;
        this.hint = hint;
    }

    int size() {
        return size;
    }

    /**
     * The sum over the processes.
     *
     * @param x of the same shape in all processes and all steps, with at least one value: TensorFlow crashes on none
     */
    public <T extends TNumber> Operand<T> sum(Ops tf, Operand<T> x) {
        fixed++;
        if (fixed >= ROOM) {
            throw new IllegalStateException("too many places in this graph where processes meet");
        }
        return reduce(tf, x, tf.constant(fixed));
    }

    /**
     * The sum of what has another shape now and then.
     *
     * @param shape a scalar that stands for the shape, from 0 to below 2^24: the same where the shape is the same
     */
    public <T extends TNumber> Operand<T> sum(Ops tf, Operand<T> x, Operand<TInt32> shape) {
        withRoom++;
        if (withRoom > PLACES_WITH_ROOM) {
            throw new IllegalStateException("more than " + PLACES_WITH_ROOM
                    + " places in this graph where processes exchange rows: use fewer embeddings");
        }
        return reduce(tf, x, tf.math.add(tf.constant(withRoom * ROOM), shape));
    }

    private <T extends TNumber> Operand<T> reduce(Ops tf, Operand<T> x, Operand<TInt32> key) {
        OperationBuilder op = tf.scope()
                .opBuilder("CollectiveReduceV2", "AllReduce")
                .addInput(x.asOutput())
                .addInput(tf.constant(size).asOutput())
                .addInput(tf.constant(GROUP).asOutput())
                .addInput(key.asOutput())
                .addInputList(new Output<?>[0])
                .setAttr("merge_op", "Add")
                .setAttr("final_op", "Id")
                .setAttr("communication_hint", hint)
                .setAttr("timeout_seconds", NO_LIMIT);
        Operand<T> sum = op.build().<T>output(0);
        Shape shape = x.shape();
        return shape.isUnknown() ? sum : tf.ensureShape(sum, shape);
    }
}
