package io.regulus.kernels;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.op.train.ResourceApplyKerasMomentum;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt64;

/** The fused updates against the plain ops, to the bit. */
class UpdatesTest {
    private static final float RATE = 0.01f;
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-7f;
    private static final int STEPS = 5;
    private static final List<Integer> SIZES = List.of(1, 3, 17, 64, 511, 5001);
    private static final List<Shrinkage> SHRINKAGES =
            List.of(Shrinkage.NONE, new Shrinkage(0.003f, 0), new Shrinkage(0, 0.04f), new Shrinkage(0.003f, 0.04f));

    @AfterEach
    void restore() {
        Kernels.use(Kernels.Level.AVX512);
    }

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (Kernels.Level level : Kernels.Level.values()) {
            for (Shrinkage shrinkage : SHRINKAGES) {
                cases.add(Arguments.of(level, shrinkage));
            }
        }
        return cases.stream();
    }

    /**
     * Variables w, m, v (or velocity) under a prefix, and the gradient in a fourth: were it computed, Grappler might reorder
     * the sum of gradient and penalty.
     */
    private static final class Trainee {
        final Ops tf;
        final int n;
        final VarHandleOp w;
        final VarHandleOp m;
        final VarHandleOp v;
        final VarHandleOp g;
        final Operand<TFloat32> read;
        final Operand<TFloat32> gradient;
        final Operand<TFloat32> rate;
        private final List<Op> initial;
        private final List<Operand<TFloat32>> state;

        Trainee(Ops tf, String prefix, int n) {
            this.tf = tf;
            this.n = n;
            w = Values.variable(tf, prefix + "/w", n);
            m = Values.variable(tf, prefix + "/m", n);
            v = Values.variable(tf, prefix + "/v", n);
            read = tf.readVariableOp(w, TFloat32.class);
            g = Values.variable(tf, prefix + "/g", n);
            gradient = tf.readVariableOp(g, TFloat32.class);
            rate = tf.constant(RATE);
            initial = initialisers();
            state = reads();
        }

        private List<Op> initialisers() {
            return List.of(
                    Values.assign(tf, w, Values.normal(1, n, 0, 1), n),
                    Values.assign(tf, m, new float[n], n),
                    Values.assign(tf, v, new float[n], n),
                    Values.assign(tf, g, Values.normal(3, n, 0, 1), n));
        }

        Operand<TFloat32> penalised(Shrinkage shrinkage) {
            return shrinkage.l2() == 0
                    ? gradient
                    : tf.math.add(gradient, tf.math.mul(read, tf.constant(2 * shrinkage.l2())));
        }

        /** Ops that wait for the decay, where there is one. */
        Ops decayed(Shrinkage shrinkage) {
            if (shrinkage.decay() == 0) {
                return tf;
            }
            return tf.withControlDependencies(tf.withControlDependencies(penalised(shrinkage))
                    .train
                    .resourceApplyGradientDescent(w, tf.math.mul(rate, tf.constant(shrinkage.decay())), read));
        }

        private List<Operand<TFloat32>> reads() {
            return Stream.of(w, m, v)
                    .map(handle -> (Operand<TFloat32>) tf.readVariableOp(handle, TFloat32.class))
                    .toList();
        }
    }

    private interface Rule {
        Op apply(Trainee trainee, Shrinkage shrinkage);
    }

    private record Pair(int n, Trainee plain, Trainee fused, Op plainStep, Op fusedStep) {}

    private static void run(Session session, Stream<Op> ops) {
        Session.Runner runner = session.runner();
        ops.forEach(runner::addTarget);
        runner.run().close();
    }

    private static void assertSame(Shrinkage shrinkage, Rule plain, Rule fused) {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            List<Pair> pairs = new ArrayList<>();
            for (int n : SIZES) {
                Trainee expected = new Trainee(tf, "plain" + n, n);
                Trainee actual = new Trainee(tf, "fused" + n, n);
                pairs.add(new Pair(
                        n, expected, actual, plain.apply(expected, shrinkage), fused.apply(actual, shrinkage)));
            }
            try (Session session = new Session(graph)) {
                run(
                        session,
                        pairs.stream()
                                .flatMap(pair ->
                                        Stream.concat(pair.plain.initial.stream(), pair.fused.initial.stream())));
                for (int step = 0; step < STEPS; step++) {
                    run(session, pairs.stream().flatMap(pair -> Stream.of(pair.plainStep, pair.fusedStep)));
                }
                assertSame(session, pairs);
            }
        }
    }

    private static void assertSame(Session session, List<Pair> pairs) {
        Session.Runner runner = session.runner();
        pairs.forEach(pair -> pair.plain.state.forEach(runner::fetch));
        pairs.forEach(pair -> pair.fused.state.forEach(runner::fetch));
        try (Result result = runner.run()) {
            int half = result.size() / 2;
            for (int i = 0; i < half; i++) {
                assertThat(Values.array((TFloat32) result.get(half + i)))
                        .isEqualTo(Values.array((TFloat32) result.get(i)));
            }
            for (int i = 0; i < pairs.size(); i++) {
                Pair pair = pairs.get(i);
                assertThat(Values.array((TFloat32) result.get(half + i * pair.fused.state.size())))
                        .isNotEqualTo(Values.normal(1, pair.n, 0, 1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientDescentIsTensorFlows(Kernels.Level level, Shrinkage shrinkage) {
        Kernels.use(level);
        assertSame(
                shrinkage,
                (trainee, s) -> {
                    Operand<TFloat32> gradient = trainee.penalised(s);
                    return trainee.decayed(s).train.resourceApplyGradientDescent(trainee.w, trainee.rate, gradient);
                },
                (trainee, s) ->
                        new DescentUpdate(0, false, s).plain(trainee.tf, trainee.w, trainee.rate, trainee.gradient, 1));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void momentumIsTensorFlows(Kernels.Level level, Shrinkage shrinkage) {
        Kernels.use(level);
        for (boolean nesterov : new boolean[] {false, true}) {
            assertSame(
                    shrinkage,
                    (trainee, s) -> {
                        Operand<TFloat32> gradient = trainee.penalised(s);
                        return trainee.decayed(s)
                                .train
                                .resourceApplyKerasMomentum(
                                        trainee.w,
                                        trainee.m,
                                        trainee.rate,
                                        gradient,
                                        trainee.tf.constant(0.9f),
                                        ResourceApplyKerasMomentum.useNesterov(nesterov));
                    },
                    (trainee, s) -> new DescentUpdate(0.9f, nesterov, s)
                            .withMomentum(trainee.tf, trainee.w, trainee.m, trainee.rate, trainee.gradient, 1));
        }
    }

    /** Many parameters in one op against one plain op each, with powers from the plain ops. */
    @ParameterizedTest
    @EnumSource
    void adamIsTensorFlows(Kernels.Level level) {
        Kernels.use(level);
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Placeholder<TInt64> steps = tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
            List<Operand<TFloat32>> powers = List.of(power(tf, BETA1, steps), power(tf, BETA2, steps));
            List<Pair> pairs = new ArrayList<>();
            List<AdamUpdate.Parameter> parameters = new ArrayList<>();
            for (int n : List.of(1, 3, 17, 64, 511, 5001, 300_000)) {
                for (Shrinkage shrinkage : SHRINKAGES) {
                    Trainee plain = new Trainee(tf, "plain" + pairs.size(), n);
                    Trainee fused = new Trainee(tf, "fused" + pairs.size(), n);
                    Op update = plainAdam(plain, shrinkage, powers);
                    parameters.add(new AdamUpdate.Parameter(
                            new AdamUpdate.Variables(fused.w, fused.m, fused.v), fused.gradient, shrinkage));
                    pairs.add(new Pair(n, plain, fused, update, update));
                }
            }
            Op all = new AdamUpdate(BETA1, BETA2, EPSILON).apply(tf, parameters, steps, tf.constant(RATE), 2);
            try (Session session = new Session(graph)) {
                run(
                        session,
                        pairs.stream()
                                .flatMap(pair ->
                                        Stream.concat(pair.plain.initial.stream(), pair.fused.initial.stream())));
                for (long step = 0; step < 3000; step += 1 + step / 2) {
                    try (TInt64 before = TInt64.scalarOf(step)) {
                        Session.Runner runner =
                                session.runner().feed(steps, before).addTarget(all);
                        pairs.forEach(pair -> runner.addTarget(pair.plainStep));
                        runner.run().close();
                    }
                }
                assertSame(session, pairs);
            }
        }
    }

    private static Op plainAdam(Trainee trainee, Shrinkage shrinkage, List<Operand<TFloat32>> powers) {
        Ops tf = trainee.tf;
        Operand<TFloat32> gradient = trainee.penalised(shrinkage);
        return trainee.decayed(shrinkage)
                .train
                .resourceApplyAdam(
                        trainee.w,
                        trainee.m,
                        trainee.v,
                        powers.get(0),
                        powers.get(1),
                        trainee.rate,
                        tf.constant(BETA1),
                        tf.constant(BETA2),
                        tf.constant(EPSILON),
                        gradient);
    }

    private static Operand<TFloat32> power(Ops tf, float beta, Operand<TInt64> steps) {
        Operand<TFloat64> t = tf.math.add(tf.dtypes.cast(steps, TFloat64.class), tf.constant(1.0));
        return tf.dtypes.cast(tf.math.pow(tf.constant((double) beta), t), TFloat32.class);
    }

    @Test
    void aWrongSizeAmongManyIsToldInASentence() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Trainee trainee = new Trainee(tf, "wrong", 3);
            List<Op> initial = trainee.initial;
            AdamUpdate.Variables variables = new AdamUpdate.Variables(trainee.w, trainee.m, trainee.v);
            Op wrong = new AdamUpdate(BETA1, BETA2, EPSILON)
                    .apply(
                            tf,
                            List.of(new AdamUpdate.Parameter(
                                    variables, tf.constant(new float[] {1, 2}), Shrinkage.NONE)),
                            tf.constant(0L),
                            trainee.rate,
                            1);
            try (Session session = new Session(graph)) {
                initial.forEach(session::run);
                assertThat(message(session, wrong)).contains("Input gradient has 2 values, not 3.");
            }
        }
    }

    @Test
    void aWrongSizeOrAMissingVariableIsToldInASentence() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Trainee trainee = new Trainee(tf, "wrong", 3);
            List<Op> initial = trainee.initial;
            DescentUpdate descent = new DescentUpdate(0.9f, false, Shrinkage.NONE);
            Op wrongSize = descent.plain(tf, trainee.w, trainee.rate, tf.constant(new float[] {1, 2}), 1);
            Op wrongRate = descent.plain(tf, trainee.w, tf.constant(new float[] {1, 2}), trainee.gradient, 1);
            Op missing = descent.plain(tf, Values.variable(tf, "nowhere", 3), trainee.rate, trainee.gradient, 1);
            try (Session session = new Session(graph)) {
                initial.forEach(session::run);
                assertThat(message(session, wrongSize)).contains("Input gradient has 2 values, not 3.");
                assertThat(message(session, wrongRate)).contains("Input learning_rate has 2 values, not 1.");
                assertThat(assertThrows(RuntimeException.class, () -> session.run(missing)))
                        .hasMessageThat()
                        .contains("variable");
                session.run(descent.plain(tf, trainee.w, trainee.rate, trainee.gradient, 1));
            }
        }
    }

    private static String message(Session session, Op op) {
        return assertThrows(TFInvalidArgumentException.class, () -> session.run(op))
                .getMessage();
    }
}
