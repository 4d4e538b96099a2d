package io.regulus.engine;

import io.regulus.ops.BatchOfStep;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TInt64;

/** The number of a batch within its step, where a step takes several: fed with every batch. */
final class BatchNumber implements AutoCloseable {
    private final Placeholder<TInt64> placeholder;
    private final TInt64 tensor = TInt64.scalarOf(0);
    private final int batches;

    /**
     * Adds where it is fed.
     *
     * @param batches of a step
     */
    BatchNumber(Ops tf, int batches) {
        this.placeholder = tf.withName("batch_of_step").placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
        this.batches = batches;
    }

    BatchOfStep ofStep() {
        return new BatchOfStep(batches, placeholder);
    }

    /** Runs that are fed know the number as it is when they run. */
    void feed(Session.Runner runner) {
        runner.feed(placeholder, tensor);
    }

    void set(int number) {
        tensor.setLong(number);
    }

    @Override
    public void close() {
        tensor.close();
    }
}
