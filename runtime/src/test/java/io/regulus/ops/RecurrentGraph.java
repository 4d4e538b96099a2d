package io.regulus.ops;

import java.util.Map;
import java.util.Optional;
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

/**
 * An LSTM in training whose dropouts can be read off its outputs: the gates of input and output stand open and that of the
 * forgotten shut, so that h' = tanh(tanh(x m / 2 + h n)) with the masks m and n, unit by unit.
 */
final class RecurrentGraph implements AutoCloseable {
    private static final float OPEN = 30;

    private final Graph graph = new Graph();
    private final Session session = new Session(graph);
    private final Placeholder<TFloat32> x;
    private final Operand<TFloat32> y;
    private final Placeholder<TInt64> step;
    private final Op setStep;
    private final int units;
    private final int steps;

    /**
     * The graph.
     *
     * @param recurs whether a state enters the next one
     */
    RecurrentGraph(
            long seed,
            String name,
            boolean backward,
            int units,
            int steps,
            double p,
            double recurrent,
            boolean recurs) {
        this.units = units;
        this.steps = steps;
        Ops tf = Ops.create(graph);
        Variables variables = new Variables(seed);
        Pass pass = Pass.training(tf, variables, Pass.Method.PLAIN);
        Lstm layer = backward
                ? Lstm.backward(
                        pass, name, units, units, true, true, Initializers.glorotUniform(), Initializers.orthogonal())
                : Lstm.of(
                        pass, name, units, units, true, true, Initializers.glorotUniform(), Initializers.orthogonal());
        x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, steps, units)));
        y = layer.sequence(pass, x, p, recurrent, Optional.empty());
        step = tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
        setStep = tf.assignVariableOp(pass.step().handle(), step);
        Map<String, float[]> values = Map.of(
                layer.kernel().name(), ofCandidate(0.5f),
                layer.recurrentKernel().name(), ofCandidate(recurs ? 1 : 0),
                layer.bias().name(), bias());
        for (Variable<?> variable : variables.all()) {
            if (values.containsKey(variable.name())) {
                Operand<TFloat32> value = tf.reshape(
                        tf.constant(values.get(variable.name())),
                        tf.constant(variable.shape().asArray()));
                session.run(tf.assignVariableOp(Variables.handle(tf, variable), value));
            }
        }
    }

    /** A multiple of the identity for the candidate, zeros for the gates. */
    private float[] ofCandidate(float factor) {
        float[] values = new float[units * 4 * units];
        for (int i = 0; i < units; i++) {
            values[i * 4 * units + 2 * units + i] = factor;
        }
        return values;
    }

    private float[] bias() {
        float[] values = new float[4 * units];
        for (int i = 0; i < units; i++) {
            values[i] = OPEN;
            values[units + i] = -OPEN;
            values[3 * units + i] = OPEN;
        }
        return values;
    }

    /** The outputs, [row][step][unit], of ones at every step, or at the first alone. */
    double[][][] outputs(int rows, long atStep, boolean everyStep) {
        float[] fed = new float[rows * steps * units];
        for (int i = 0; i < fed.length; i++) {
            fed[i] = everyStep || i / units % steps == 0 ? 1 : 0;
        }
        float[] read = new float[fed.length];
        try (Tensor now = TInt64.scalarOf(atStep);
                Tensor values = TFloat32.tensorOf(Shape.of(rows, steps, units), DataBuffers.of(fed))) {
            session.runner().feed(step, now).addTarget(setStep).run().close();
            try (Result result = session.runner().feed(x, values).fetch(y).run()) {
                result.get(0).asRawTensor().data().asFloats().read(read);
            }
        }
        double[][][] outputs = new double[rows][steps][units];
        for (int i = 0; i < read.length; i++) {
            outputs[i / units / steps][i / units % steps][i % units] = read[i];
        }
        return outputs;
    }

    /** What entered the step that gave an output. */
    static double entered(double output) {
        return atanh(atanh(output));
    }

    private static double atanh(double y) {
        return 0.5 * Math.log((1 + y) / (1 - y));
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
