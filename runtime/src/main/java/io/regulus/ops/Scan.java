package io.regulus.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A loop over the steps of sequences, as TensorFlow's functional {@code While}: a step is written once, so that the graph is
 * of the same size for any number of steps. TensorFlow has no gradient of it; who uses it says the gradient by {@link
 * Pass#cut}.
 *
 * <p>It is lowered to the ops of control flow when the graph starts, which ran an LSTM of 64 steps in two thirds of the time
 * that a call of the body per step took.
 *
 * @param steps how many
 * @param backwards whether the last step comes first
 * @param sequences what a step reads its part of, each [steps, rows, width]
 * @param states what is carried from step to step, each [rows, width]
 * @param constants what every step reads whole
 * @param outputs width of each output
 */
record Scan(
        int steps,
        boolean backwards,
        List<Operand<TFloat32>> sequences,
        List<Operand<TFloat32>> states,
        List<Operand<TFloat32>> constants,
        List<Long> outputs) {
    /** What a step gives: the new states, and its part of each output, [rows, width]. */
    record Step(List<Operand<TFloat32>> states, List<Operand<TFloat32>> outputs) {}

    /** One step. */
    @FunctionalInterface
    interface Body {
        /** From the parts of the sequences at this step, the states and the constants. */
        Step step(
                Ops tf, List<Operand<TFloat32>> at, List<Operand<TFloat32>> states, List<Operand<TFloat32>> constants);
    }

    /** What the loop gives: the states at its end, and the outputs of all steps, [steps, rows, width]. */
    record Result(List<Operand<TFloat32>> states, List<Operand<TFloat32>> outputs) {}

    /** Adds the loop to a graph. */
    Result run(Ops tf, Body body) {
        List<Operand<TFloat32>> floats = new ArrayList<>(sequences);
        floats.addAll(constants);
        floats.addAll(states);
        outputs.forEach(width -> floats.add(buffer(tf, width)));
        List<Output<?>> inputs = new ArrayList<>();
        inputs.add(tf.constant(0).asOutput());
        floats.forEach(value -> inputs.add(value.asOutput()));
        try (ConcreteFunction goesOn = ConcreteFunction.create(function -> goesOn(function, floats));
                ConcreteFunction one = ConcreteFunction.create(function -> one(function, floats, body))) {
            Operation loop = tf.scope()
                    .opBuilder("StatelessWhile", "Scan")
                    .addInputList(inputs.toArray(Output<?>[]::new))
                    .setAttr("cond", goesOn)
                    .setAttr("body", one)
                    .setAttr("_lower_using_switch_merge", true)
                    .build();
            int first = 1 + sequences.size() + constants.size();
            int firstOutput = first + states.size();
            return new Result(
                    values(tf, loop, inputs, first, firstOutput), values(tf, loop, inputs, firstOutput, inputs.size()));
        }
    }

    /** Fresh in every run, for every step writes its part in place: a constant would be written to as well. */
    private Operand<TFloat32> buffer(Ops tf, long width) {
        Operand<TInt32> rows = Rows.shape(tf, states.get(0));
        Operand<TInt32> shape =
                tf.concat(List.of(tf.array(steps), rows, tf.array(Math.toIntExact(width))), tf.constant(0));
        return tf.ensureShape(tf.empty(shape, TFloat32.class), Shape.of(steps, -1, width));
    }

    /** Outputs of the loop, with the shapes of the inputs that it does not keep. */
    private static List<Operand<TFloat32>> values(Ops tf, Operation loop, List<Output<?>> inputs, int from, int to) {
        List<Operand<TFloat32>> values = new ArrayList<>();
        for (int i = from; i < to; i++) {
            values.add(tf.ensureShape(loop.<TFloat32>output(i), inputs.get(i).shape()));
        }
        return values;
    }

    /** The loop's variables within a function. */
    private static final class Variables {
        private final Signature.Builder signature;
        private final Operand<TInt32> step;
        private final List<Operand<TFloat32>> floats = new ArrayList<>();

        Variables(Ops tf, String name, List<Operand<TFloat32>> values) {
            signature = Signature.builder(name);
            step = tf.placeholder(TInt32.class, Placeholder.shape(Shape.scalar()));
            signature.input("step", step);
            for (Operand<TFloat32> value : values) {
                Operand<TFloat32> variable = tf.placeholder(TFloat32.class, Placeholder.shape(value.shape()));
                signature.input("in" + floats.size(), variable);
                floats.add(variable);
            }
        }
    }

    private Signature goesOn(Ops tf, List<Operand<TFloat32>> values) {
        Variables variables = new Variables(tf, "goesOn", values);
        return variables
                .signature
                .output("goesOn", tf.math.less(variables.step, tf.constant(steps)))
                .build();
    }

    private Signature one(Ops tf, List<Operand<TFloat32>> values, Body body) {
        Variables variables = new Variables(tf, "step", values);
        List<Operand<TFloat32>> floats = variables.floats;
        Operand<TInt32> at = backwards ? tf.math.sub(tf.constant(steps - 1), variables.step) : variables.step;
        int firstConstant = sequences.size();
        int firstState = firstConstant + constants.size();
        int firstOutput = firstState + states.size();
        List<Operand<TFloat32>> parts = new ArrayList<>();
        for (Operand<TFloat32> sequence : floats.subList(0, firstConstant)) {
            parts.add(tf.gather(sequence, at, tf.constant(0)));
        }
        Step step = body.step(
                tf, parts, floats.subList(firstState, firstOutput), floats.subList(firstConstant, firstState));
        List<Operand<TFloat32>> next = new ArrayList<>();
        // a function may not return an argument as it is
        floats.subList(0, firstState).forEach(same -> next.add(tf.identity(same)));
        next.addAll(step.states());
        Operand<TInt32> row = tf.expandDims(at, tf.constant(0));
        for (int i = 0; i < outputs.size(); i++) {
            Operand<TFloat32> part = tf.expandDims(step.outputs().get(i), tf.constant(0));
            next.add(tf.inplaceUpdate(floats.get(firstOutput + i), row, part));
        }
        variables.signature.output("step", tf.math.add(variables.step, tf.constant(1)));
        for (int i = 0; i < next.size(); i++) {
            variables.signature.output("out" + i, next.get(i));
        }
        return variables.signature.build();
    }

    /** Zeros for a state, [rows, width]. */
    static Operand<TFloat32> zeros(Ops tf, Operand<TFloat32> sequence, long width) {
        Operand<TInt32> rows = tf.slice(tf.shape(sequence), tf.constant(new int[] {1}), tf.constant(new int[] {1}));
        Operand<TInt32> shape = tf.concat(List.of(rows, tf.array(Math.toIntExact(width))), tf.constant(0));
        return tf.ensureShape(tf.fill(shape, tf.constant(0f)), Shape.of(-1, width));
    }

    /** A sequence one step later in the direction of the loop, with zeros first: what each step found. */
    static Operand<TFloat32> before(Ops tf, Operand<TFloat32> sequence, boolean backwards) {
        long steps = sequence.shape().get(0);
        Operand<TFloat32> nothing =
                tf.expandDims(zeros(tf, sequence, sequence.shape().get(2)), tf.constant(0));
        Operand<TFloat32> rest = tf.slice(
                sequence, tf.constant(new long[] {backwards ? 1 : 0, 0, 0}), tf.constant(new long[] {steps - 1, -1, -1
                }));
        return tf.concat(backwards ? List.of(rest, nothing) : List.of(nothing, rest), tf.constant(0));
    }

    /** Values joined along their last axis. */
    static Operand<TFloat32> join(Ops tf, List<Operand<TFloat32>> values) {
        return tf.concat(values, tf.constant(-1));
    }

    /** Equal parts along the last axis. */
    static List<Operand<TFloat32>> parts(Ops tf, Operand<TFloat32> value, long number) {
        List<Operand<TFloat32>> parts = new ArrayList<>();
        tf.split(tf.constant(-1), value, number).forEach(parts::add);
        return parts;
    }

    /** The product of all steps of all rows: x transposed times y, for [steps, rows, width] each. */
    static Operand<TFloat32> outer(Ops tf, Operand<TFloat32> x, Operand<TFloat32> y) {
        return tf.linalg.matMul(flat(tf, x), flat(tf, y), org.tensorflow.op.linalg.MatMul.transposeA(true));
    }

    private static Operand<TFloat32> flat(Ops tf, Operand<TFloat32> x) {
        return tf.reshape(x, tf.constant(new long[] {-1, x.shape().get(2)}));
    }

    /** The derivative of a sigmoid by its value. */
    static Operand<TFloat32> sigmoidSlope(Ops tf, Operand<TFloat32> value) {
        return tf.math.mul(value, tf.math.sub(tf.constant(1f), value));
    }

    /** The derivative of a hyperbolic tangent by its value. */
    static Operand<TFloat32> tanhSlope(Ops tf, Operand<TFloat32> value) {
        return tf.math.sub(tf.constant(1f), tf.math.square(value));
    }

    /** x times y, where there is a y. */
    static Operand<TFloat32> times(Ops tf, Operand<TFloat32> x, Optional<Operand<TFloat32>> y) {
        return y.<Operand<TFloat32>>map(factor -> tf.math.mul(x, factor)).orElse(x);
    }
}
