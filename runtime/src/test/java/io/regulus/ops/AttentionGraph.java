package io.regulus.ops;

import io.regulus.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/** A graph of one attention with random weights, and its formula in doubles. */
final class AttentionGraph implements AutoCloseable {
    static final int ROWS = 3;
    private static final int FEATURES = 6;
    private static final int HEADS = 2;
    private static final int KEY_DIM = 4;
    private static final int VALUE_DIM = 3;
    private static final int OUTPUTS = 5;

    private final Graph graph = new Graph();
    private final Session session = new Session(graph);
    private final int steps;
    private final int others;
    private final Placeholder<TFloat32> query;
    private final Placeholder<TFloat32> value;
    private final Placeholder<TBool> seen;
    private final Operand<TFloat32> y;
    private final List<Operand<TFloat32>> slopes = new ArrayList<>();
    private final List<double[]> weights = new ArrayList<>();
    private final boolean causal;
    private final boolean masked;

    /**
     * @param steps of the query
     * @param others steps of the value
     */
    AttentionGraph(int steps, int others, boolean masked, boolean causal, boolean mixed) {
        this.steps = steps;
        this.others = others;
        this.masked = masked;
        this.causal = causal;
        Ops tf = Ops.create(graph);
        Variables variables = new Variables(1);
        Pass pass = Pass.training(tf, variables, new Pass.Method(Optional.empty(), false, 1, mixed, new WholeBatch()));
        query = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, steps, FEATURES)));
        value = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, others, FEATURES)));
        seen = tf.placeholder(TBool.class, Placeholder.shape(Shape.of(-1, others)));
        MultiHeadAttention attention = MultiHeadAttention.of(
                pass, "a", FEATURES, FEATURES, HEADS, KEY_DIM, VALUE_DIM, OUTPUTS, true, Initializers.glorotUniform());
        y = (masked ? attention.seeing(seen) : attention).apply(pass, query, value, causal, 0);
        Gradients gradients = tf.gradients(tf.math.mul(y, y), List.of(query, value));
        slopes.add(gradients.dy(0));
        slopes.add(gradients.dy(1));
        for (Variable<?> variable : variables.all()) {
            if (variable.role().trained()) {
                float[] drawn = Samples.normal(Math.toIntExact(variable.size()), weights.size() + 10L);
                weights.add(IntStream.range(0, drawn.length)
                        .mapToDouble(i -> drawn[i])
                        .toArray());
                session.run(tf.assignVariableOp(
                        Variables.handle(tf, variable), tf.constant(variable.shape(), DataBuffers.of(drawn))));
            }
        }
    }

    float[] output(float[] asked, float[] mixed, boolean[] visible) {
        return run(y, asked, mixed, visible);
    }

    /** The gradients of the sum of y^2 with respect to query and value. */
    List<float[]> slopes(float[] asked, float[] mixed, boolean[] visible) {
        return slopes.stream().map(slope -> run(slope, asked, mixed, visible)).toList();
    }

    private float[] run(Operand<TFloat32> what, float[] asked, float[] mixed, boolean[] visible) {
        try (Tensor q = TFloat32.tensorOf(Shape.of(ROWS, steps, FEATURES), DataBuffers.of(asked));
                Tensor v = TFloat32.tensorOf(Shape.of(ROWS, others, FEATURES), DataBuffers.of(mixed));
                Tensor m = TBool.tensorOf(Shape.of(ROWS, others), DataBuffers.of(visible))) {
            Session.Runner runner =
                    session.runner().feed(query, q).feed(value, v).fetch(what);
            try (Result result = (masked ? runner.feed(seen, m) : runner).run()) {
                float[] read = new float[Math.toIntExact(result.get(0).shape().size())];
                result.get(0).asRawTensor().data().asFloats().read(read);
                return read;
            }
        }
    }

    /** The formula, pair of steps by pair of steps; NaN where a step has nothing to see. */
    double[] formula(float[] asked, float[] mixed, boolean[] visible) {
        double[] y = new double[ROWS * steps * OUTPUTS];
        for (int row = 0; row < ROWS; row++) {
            for (int t = 0; t < steps; t++) {
                double[] heads = new double[HEADS * VALUE_DIM];
                for (int h = 0; h < HEADS; h++) {
                    double[] shares = shares(asked, mixed, visible, row, t, h);
                    for (int s = 0; s < others; s++) {
                        for (int d = 0; d < VALUE_DIM; d++) {
                            int unit = h * VALUE_DIM + d;
                            heads[unit] += shares[s] * projected(mixed, row * others + s, 4, unit, HEADS * VALUE_DIM);
                        }
                    }
                }
                for (int o = 0; o < OUTPUTS; o++) {
                    double sum = weights.get(7)[o];
                    for (int unit = 0; unit < heads.length; unit++) {
                        sum += heads[unit] * weights.get(6)[unit * OUTPUTS + o];
                    }
                    y[(row * steps + t) * OUTPUTS + o] = sum;
                }
            }
        }
        return y;
    }

    private double[] shares(float[] asked, float[] mixed, boolean[] visible, int row, int t, int h) {
        double[] shares = new double[others];
        double sum = 0;
        for (int s = 0; s < others; s++) {
            double score = 0;
            for (int d = 0; d < KEY_DIM; d++) {
                int unit = h * KEY_DIM + d;
                score += projected(asked, row * steps + t, 0, unit, HEADS * KEY_DIM)
                        * projected(mixed, row * others + s, 2, unit, HEADS * KEY_DIM);
            }
            boolean hidden = (masked && !visible[row * others + s]) || (causal && s > t);
            shares[s] = hidden ? 0 : Math.exp(score / Math.sqrt(KEY_DIM));
            sum += shares[s];
        }
        for (int s = 0; s < others; s++) {
            shares[s] /= sum;
        }
        return shares;
    }

    /** One unit of x W + b, with the kernel and the bias from an index on. */
    private double projected(float[] x, int at, int index, int unit, int units) {
        double sum = weights.get(index + 1)[unit];
        for (int i = 0; i < FEATURES; i++) {
            sum += x[at * FEATURES + i] * weights.get(index)[i * units + unit];
        }
        return sum;
    }

    static float[] sequence(int steps, long seed) {
        return Samples.normal(ROWS * steps * FEATURES, seed);
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
