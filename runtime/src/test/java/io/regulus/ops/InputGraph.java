package io.regulus.ops;

import java.util.HashMap;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/** A graph of what happens to one input in training, to take results and draws from. */
final class InputGraph implements AutoCloseable {
    private final Graph graph = new Graph();
    private final Session session = new Session(graph);
    private final Ops tf = Ops.create(graph);
    private final Pass pass;
    private final Placeholder<TFloat32> x;
    private final Placeholder<TInt64> step;
    private final Op setStep;
    private final long[] row;

    /** Kept, for a session looks through a graph that has grown. */
    private final Map<Operand<?>, Operand<TFloat32>> fetched = new HashMap<>();

    InputGraph(long seed, long... row) {
        this.row = row;
        pass = Pass.training(tf, new Variables(seed), Pass.Method.PLAIN);
        x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1).append(Shape.of(row))));
        step = tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
        setStep = tf.assignVariableOp(pass.step().handle(), step);
    }

    Pass pass() {
        return pass;
    }

    /** The rows that are fed. */
    Operand<TFloat32> x() {
        return x;
    }

    /** The value of something in a step, as floats; of a truth 0 or 1. */
    float[] run(Operand<? extends TType> what, int rows, long atStep, float... values) {
        Operand<TFloat32> floats = fetched.computeIfAbsent(what, value -> tf.dtypes.cast(value, TFloat32.class));
        try (Tensor now = TInt64.scalarOf(atStep);
                Tensor fed = TFloat32.tensorOf(Shape.of(rows).append(Shape.of(row)), DataBuffers.of(values))) {
            session.runner().feed(step, now).addTarget(setStep).run().close();
            try (Result result = session.runner().feed(x, fed).fetch(floats).run()) {
                float[] read = new float[Math.toIntExact(result.get(0).shape().size())];
                result.get(0).asRawTensor().data().asFloats().read(read);
                return read;
            }
        }
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
