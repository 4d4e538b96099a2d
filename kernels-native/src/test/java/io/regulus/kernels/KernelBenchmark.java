package io.regulus.kernels;

import io.regulus.kernels.BatchNormalization.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint16;

/**
 * Nanoseconds per value of each kernel beside the plain ops, on one thread or more. Not a test: run the main method from the test class
 * path. Several copies of the ops run per step, plain and fused steps in turn; the lower quartile counts, for others
 * use the machine.
 */
public final class KernelBenchmark {
    private static final int COPIES = 8;
    private static final int DROP = 13_107;

    /** Threads of the plain and of the fused ops, from the second argument on; the first session fixes TensorFlow's. */
    private static int plainThreads = 1;

    private static int fusedThreads = 1;

    /** Copies of plain and of fused ops over the same values. */
    private static final class Contest implements AutoCloseable {
        private final Graph graph = new Graph();
        final Ops tf = Ops.create(graph);
        final List<Op> initial = new ArrayList<>();
        final List<Op> plain = new ArrayList<>();
        final List<Op> fused = new ArrayList<>();

        VarHandleOp variable(String name, double mean, long... shape) {
            VarHandleOp handle = Values.variable(tf, name, shape);
            initial.add(Values.assign(
                    tf,
                    handle,
                    Values.normal(name.hashCode(), (int) Shape.of(shape).size(), mean, 1),
                    shape));
            return handle;
        }

        Operand<TFloat32> values(String name, long... shape) {
            return tf.readVariableOp(variable(name, 0, shape), TFloat32.class);
        }

        void report(String name, long values, int copies) {
            ConfigProto config = ConfigProto.newBuilder()
                    .setIntraOpParallelismThreads(plainThreads)
                    .setInterOpParallelismThreads(-1)
                    .build();
            try (Session session = new Session(graph, config)) {
                run(session, initial);
                double[] quartiles = quartiles(session, Math.max(15, (int) (40_000_000 / values / copies)));
                double scale = 1.0 / values / copies;
                System.out.println(String.format(
                        Locale.ROOT,
                        "%-44s plain %7.3f  fused %7.3f ns/value  (%8.1f %8.1f us)  x %.2f",
                        name,
                        quartiles[0] * scale,
                        quartiles[1] * scale,
                        quartiles[0] / copies / 1000,
                        quartiles[1] / copies / 1000,
                        quartiles[0] / quartiles[1]));
            }
        }

        private double[] quartiles(Session session, int rounds) {
            int used = Math.min(rounds, 200);
            double[][] times = new double[2][used];
            for (int warm = 0; warm < 3; warm++) {
                run(session, plain);
                run(session, fused);
            }
            for (int i = 0; i < used; i++) {
                times[0][i] = time(session, plain);
                times[1][i] = time(session, fused);
            }
            return Arrays.stream(times)
                    .mapToDouble(all -> Arrays.stream(all).sorted().toArray()[used / 4])
                    .toArray();
        }

        private static double time(Session session, List<Op> ops) {
            long start = System.nanoTime();
            run(session, ops);
            return System.nanoTime() - start;
        }

        private static void run(Session session, List<Op> ops) {
            Session.Runner runner = session.runner();
            ops.forEach(runner::addTarget);
            runner.run().close();
        }

        @Override
        public void close() {
            graph.close();
        }
    }

    private KernelBenchmark() {}

    /**
     * Runs all, or those whose names contain the first argument. Numbers of threads, if any, follow: of the plain ops and of
     * the fused ones.
     */
    public static void main(String[] arguments) {
        String filter = arguments.length == 0 ? "" : arguments[0];
        if (arguments.length > 2) {
            plainThreads = Integer.parseInt(arguments[1]);
            fusedThreads = Integer.parseInt(arguments[2]);
        }
        System.out.println("level " + Kernels.level() + ", threads " + plainThreads + " and " + fusedThreads);
        for (String what :
                List.of("adam", "large adam", "sum", "norm", "image norm", "dropout", "draws", "small update")) {
            if (what.contains(filter)) {
                run(what);
            }
        }
    }

    private static void run(String what) {
        switch (what) {
            case "adam" -> {
                for (int n : new int[] {131_072, 401_408}) {
                    adams(n);
                }
            }
            case "large adam" -> {
                for (int n : new int[] {1_605_632, 4_194_304}) {
                    adams(n);
                }
            }
            case "sum" -> {
                sum(131_072, 401_408, 5120, 512, 256);
                sum(1_605_632, 4_194_304, 2048, 2048);
            }
            case "norm" -> norms(new long[][] {{64, 512}, {64, 256}, {256, 2048}});
            case "image norm" -> norms(new long[][] {{64, 28, 28, 32}, {64, 14, 14, 64}});
            case "small update" -> smallUpdate();
            case "draws" -> {
                for (long[] shape : new long[][] {{64, 512}, {64, 256}, {256, 2048}}) {
                    draws(shape);
                }
            }
            default -> {
                for (long[] shape : new long[][] {{64, 512}, {64, 256}, {256, 2048}}) {
                    dropout(false, shape);
                    dropout(true, shape);
                }
            }
        }
    }

    private static void adams(int n) {
        adam(n, Shrinkage.NONE);
        adam(n, new Shrinkage(1e-4f, 0));
        adam(n, new Shrinkage(0, 1e-4f));
    }

    private static void adam(int n, Shrinkage shrinkage) {
        try (Contest contest = new Contest()) {
            Ops tf = contest.tf;
            int copies = n > 1_000_000 ? 1 : 4;
            for (int i = 0; i < copies; i++) {
                AdamUpdate.Variables variables = new AdamUpdate.Variables(
                        contest.variable("w" + i, 0, n),
                        contest.variable("m" + i, 0, n),
                        contest.variable("v" + i, 9, n));
                AdamUpdate.Parameter parameter =
                        new AdamUpdate.Parameter(variables, contest.values("g" + i, n), shrinkage);
                Operand<TFloat32> rate = tf.constant(1e-4f);
                contest.plain.add(plainAdam(tf, parameter, List.of(tf.constant(0.5f), tf.constant(0.9f)), rate));
                contest.fused.add(new AdamUpdate(0.9f, 0.999f, 1e-7f)
                        .apply(tf, List.of(parameter), tf.constant(6L), rate, fusedThreads));
            }
            contest.report(
                    "adam " + n + (shrinkage.l2() == 0 ? "" : " l2") + (shrinkage.decay() == 0 ? "" : " decay"),
                    n,
                    copies);
        }
    }

    private static void sum(int... sizes) {
        try (Contest contest = new Contest()) {
            List<Operand<TFloat32>> gradients = new ArrayList<>();
            List<Operand<TFloat32>> losses = new ArrayList<>();
            for (int n : sizes) {
                gradients.add(contest.values("g" + gradients.size(), n));
                losses.add(contest.tf.nn.l2Loss(gradients.get(gradients.size() - 1)));
            }
            contest.plain.add(contest.tf.math.addN(losses));
            contest.fused.add(SumOfSquares.of(contest.tf, gradients, fusedThreads));
            contest.report(
                    "sum of squares " + Arrays.toString(sizes),
                    Arrays.stream(sizes).sum(),
                    1);
        }
    }

    /** Plain dropout: one mask for the value and for its gradient. */
    private static Operand<TFloat32> dropped(Ops tf, Operand<TFloat32> x, Operand<TUint16> draws) {
        Operand<TFloat32> kept = tf.dtypes.cast(
                tf.math.greaterEqual(draws, tf.dtypes.cast(tf.constant(DROP), TUint16.class)), TFloat32.class);
        return tf.math.mul(x, tf.math.mul(kept, tf.constant((float) (65536.0 / (65536 - DROP)))));
    }

    /** Random numbers as in training, from a variable lest they be folded away. */
    private static Operand<TUint16> draws(Contest contest, long... shape) {
        Operand<TFloat32> any = contest.tf.math.mul(contest.values("draws", shape), contest.tf.constant(10_000f));
        return contest.tf.dtypes.cast(contest.tf.math.abs(any), TUint16.class);
    }

    private static void norms(long[][] shapes) {
        for (long[] shape : shapes) {
            for (boolean gradient : new boolean[] {false, true}) {
                norm(gradient, false, false, shape);
                norm(gradient, true, false, shape);
                norm(gradient, true, true, shape);
            }
        }
    }

    private static void norm(boolean gradient, boolean relu, boolean dropout, long... shape) {
        try (Contest contest = new Contest()) {
            Ops tf = contest.tf;
            long channels = shape[shape.length - 1];
            Operand<TFloat32> x = contest.values("x", shape);
            Operand<TFloat32> dy = contest.values("dy", shape);
            Operand<TUint16> draws = dropout ? draws(contest, shape) : null;
            for (int i = 0; i < COPIES; i++) {
                Operand<TFloat32> scale = contest.values("scale" + i, channels);
                Operand<TFloat32> shift = contest.values("shift" + i, channels);
                Operand<TFloat32> plain = plainNorm(tf, x, scale, shift);
                plain = relu ? tf.nn.relu(plain) : plain;
                plain = dropout ? dropped(tf, plain, draws) : plain;
                Operand<TFloat32> fused = BatchNormalization.of(
                                tf,
                                x,
                                scale,
                                shift,
                                1e-3f,
                                new Activation(relu, Optional.ofNullable(draws).map(drawn -> new Draws(drawn, DROP))),
                                fusedThreads)
                        .y();
                contest.plain.add(plain);
                contest.fused.add(fused);
                if (gradient) {
                    contest.plain.add(slope(tf, plain, dy, List.of(x, scale, shift)));
                    contest.fused.add(slope(tf, fused, dy, List.of(x, scale, shift)));
                }
            }
            contest.report(
                    "norm " + Arrays.toString(shape) + (relu ? " relu" : "") + (dropout ? " dropout" : "")
                            + (gradient ? " + gradient" : ""),
                    Shape.of(shape).size(),
                    COPIES);
        }
    }

    private static Operand<TFloat32> plainNorm(
            Ops tf, Operand<TFloat32> x, Operand<TFloat32> scale, Operand<TFloat32> shift) {
        long channels = scale.shape().get(0);
        boolean flat = x.shape().numDimensions() == 2;
        Operand<TFloat32> image = flat ? tf.reshape(x, tf.constant(new long[] {-1, 1, 1, channels})) : x;
        Operand<TFloat32> none = tf.constant(new float[0]);
        Operand<TFloat32> y = tf.nn.fusedBatchNorm(image, scale, shift, none, none, FusedBatchNorm.epsilon(1e-3f))
                .y();
        return flat ? tf.reshape(y, tf.constant(new long[] {-1, channels})) : y;
    }

    private static Op slope(Ops tf, Operand<TFloat32> y, Operand<TFloat32> dy, List<Operand<TFloat32>> of) {
        Gradients gradients = tf.gradients(List.of(y), of, Gradients.dx(List.of(dy)));
        return gradients.dy(0);
    }

    private static void draws(long... shape) {
        try (Contest contest = new Contest()) {
            Ops tf = contest.tf;
            Operand<TFloat32> x = contest.values("x", shape);
            for (int i = 0; i < COPIES; i++) {
                Operand<TInt64> seed = tf.dtypes.cast(contest.values("seed" + i, 2), TInt64.class);
                Operand<TInt64> drawn = tf.random.statelessRandomUniformFullInt(
                        tf.constant(new long[] {shape[0], shape[1] / 4}), seed, TInt64.class);
                contest.plain.add(tf.reshape(tf.bitcast(drawn, TUint16.class), tf.constant(shape)));
                contest.fused.add(Draws.of(tf, x, seed, DROP).values());
            }
            contest.report("draws " + Arrays.toString(shape), Shape.of(shape).size(), COPIES);
        }
    }

    private static void dropout(boolean gradient, long... shape) {
        try (Contest contest = new Contest()) {
            Ops tf = contest.tf;
            Operand<TUint16> draws = draws(contest, shape);
            Operand<TFloat32> dy = contest.values("dy", shape);
            for (int i = 0; i < COPIES; i++) {
                Operand<TFloat32> x = contest.values("x" + i, shape);
                Operand<TFloat32> plain = dropped(tf, tf.nn.relu(x), draws);
                Operand<TFloat32> fused = ReluDropout.apply(tf, x, new Draws(draws, DROP));
                contest.plain.add(plain);
                contest.fused.add(fused);
                if (gradient) {
                    contest.plain.add(slope(tf, plain, dy, List.of(x)));
                    contest.fused.add(slope(tf, fused, dy, List.of(x)));
                }
            }
            contest.report(
                    "relu dropout " + Arrays.toString(shape) + (gradient ? " + gradient" : ""),
                    Shape.of(shape).size(),
                    COPIES);
        }
    }

    /** W4's six parameters: six plain ops, the powers and the decay, or one op. */
    private static void smallUpdate() {
        try (Contest contest = new Contest()) {
            Ops tf = contest.tf;
            VarHandleOp step = tf.varHandleOp(TInt64.class, Shape.scalar(), VarHandleOp.sharedName("step"));
            contest.initial.add(tf.assignVariableOp(step, tf.constant(3L)));
            Operand<TInt64> steps = tf.readVariableOp(step, TInt64.class);
            Operand<TFloat32> rate = contest.values("rate");
            List<Operand<TFloat32>> powers = List.of(power(tf, 0.9f, steps), power(tf, 0.999f, steps));
            Shrinkage shrinkage = new Shrinkage(0, 1e-4f);
            List<AdamUpdate.Parameter> parameters = new ArrayList<>();
            int values = 0;
            for (int n : new int[] {12 * 64, 64, 64 * 32, 32, 32, 1}) {
                String name = "p" + parameters.size();
                AdamUpdate.Variables variables = new AdamUpdate.Variables(
                        contest.variable(name, 0, n),
                        contest.variable(name + "m", 0, n),
                        contest.variable(name + "v", 9, n));
                Operand<TFloat32> gradient = contest.values(name + "g", n);
                AdamUpdate.Parameter parameter = new AdamUpdate.Parameter(variables, gradient, shrinkage);
                contest.plain.add(plainAdam(tf, parameter, powers, rate));
                parameters.add(parameter);
                values += n;
            }
            contest.fused.add(new AdamUpdate(0.9f, 0.999f, 1e-7f).apply(tf, parameters, steps, rate, 1));
            contest.report("update of six parameters", values, 1);
        }
    }

    private static Op plainAdam(
            Ops tf, AdamUpdate.Parameter parameter, List<Operand<TFloat32>> powers, Operand<TFloat32> rate) {
        AdamUpdate.Variables variables = parameter.variables();
        Shrinkage shrinkage = parameter.shrinkage();
        Operand<TFloat32> read = tf.readVariableOp(variables.parameter(), TFloat32.class);
        Operand<TFloat32> penalised = shrinkage.l2() == 0
                ? parameter.gradient()
                : tf.math.add(parameter.gradient(), tf.math.mul(read, tf.constant(2 * shrinkage.l2())));
        Ops ready = shrinkage.decay() == 0
                ? tf
                : tf.withControlDependencies(tf.train.resourceApplyGradientDescent(
                        variables.parameter(), tf.math.mul(rate, tf.constant(shrinkage.decay())), read));
        return ready.train.resourceApplyAdam(
                variables.parameter(),
                variables.m(),
                variables.v(),
                powers.get(0),
                powers.get(1),
                rate,
                tf.constant(0.9f),
                tf.constant(0.999f),
                tf.constant(1e-7f),
                penalised);
    }

    private static Operand<TFloat32> power(Ops tf, float beta, Operand<TInt64> steps) {
        Operand<TFloat64> t = tf.math.add(tf.dtypes.cast(steps, TFloat64.class), tf.constant(1.0));
        return tf.dtypes.cast(tf.math.pow(tf.constant((double) beta), t), TFloat32.class);
    }
}
