package io.regulus.ops;

import java.util.List;
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

/** A graph of one dropout, to draw masks from. */
final class DropoutGraph implements AutoCloseable {
    private final Graph graph = new Graph();
    private final Session session = new Session(graph);
    private final Placeholder<TFloat32> x;
    private final Operand<TFloat32> y;
    private final Operand<TFloat32> gradient;
    private final Placeholder<TInt64> step;
    private final Op setStep;
    private final long[] row;

    DropoutGraph(long seed, String layer, double p, long... row) {
        this.row = row;
        Ops tf = Ops.create(graph);
        Pass pass = Pass.training(tf, new Variables(seed), Pass.Method.PLAIN);
        x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1).append(Shape.of(row))));
        y = Dropout.apply(pass, layer, x, p);
        gradient = tf.gradients(tf.math.mul(y, y), List.of(x)).dy(0);
        step = tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
        setStep = tf.assignVariableOp(pass.step().handle(), step);
    }

    /** Dropout of ones: 0 where a value is dropped, the scale elsewhere. */
    float[] mask(int rows, long atStep) {
        float[] ones = new float[rows * Math.toIntExact(Shape.of(row).size())];
        java.util.Arrays.fill(ones, 1);
        return run(y, ones, rows, atStep);
    }

    float[] output(float[] values, int rows, long atStep) {
        return run(y, values, rows, atStep);
    }

    /** The gradient of the sum of y^2 with respect to x. */
    float[] gradient(float[] values, int rows, long atStep) {
        return run(gradient, values, rows, atStep);
    }

    private float[] run(Operand<TFloat32> what, float[] values, int rows, long atStep) {
        try (Tensor now = TInt64.scalarOf(atStep);
                Tensor fed = TFloat32.tensorOf(Shape.of(rows).append(Shape.of(row)), DataBuffers.of(values))) {
            session.runner().feed(step, now).addTarget(setStep).run().close();
            try (Result result = session.runner().feed(x, fed).fetch(what).run()) {
                float[] read = new float[values.length];
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
