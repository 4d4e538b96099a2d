package io.regulus.ops;

import io.regulus.kernels.SumOfSquares;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.types.TFloat32;

/**
 * The gradients of a step.
 *
 * @param weights what they are of
 * @param values a gradient for each weight, of its shape
 * @param sumOfSquares of all values of all gradients, a scalar
 */
record StepGradients(List<Weight> weights, List<Operand<TFloat32>> values, Operand<TFloat32> sumOfSquares) {
    /**
     * The gradients of data loss and penalty.
     *
     * @param withL2 whether those of the L2 terms are added, which a fused update sees to itself
     */
    static StepGradients of(Pass pass, List<Head> heads, Penalty penalty, List<Weight> weights, boolean withL2) {
        Ops tf = pass.tf();
        List<Operand<TFloat32>> minimised = new ArrayList<>();
        List<Operand<TFloat32>> upstream = new ArrayList<>();
        Optional<Operand<TFloat32>> scale = pass.lossScale();
        for (Head head : heads) {
            Operand<TFloat32> gradient = head.gradient(tf);
            minimised.add(head.outputs());
            upstream.add(
                    scale.<Operand<TFloat32>>map(s -> tf.math.mul(gradient, s)).orElse(gradient));
        }
        for (Operand<TFloat32> term : penalty.differentiated(withL2)) {
            minimised.add(term);
            upstream.add(scale.orElseGet(() -> tf.constant(1f)));
        }
        Gradients all = tf.gradients(minimised, weights, Gradients.dx(upstream));
        List<Operand<TFloat32>> values = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            Operand<TFloat32> gradient = all.dy(i);
            values.add(
                    scale.<Operand<TFloat32>>map(s -> tf.math.div(gradient, s)).orElse(gradient));
        }
        return new StepGradients(weights, values, squares(pass, values));
    }

    private static Operand<TFloat32> squares(Pass pass, List<Operand<TFloat32>> gradients) {
        Ops tf = pass.tf();
        if (pass.kernels()) {
            return SumOfSquares.of(tf, gradients, pass.kernelThreads());
        }
        List<Operand<TFloat32>> halves =
                gradients.stream().<Operand<TFloat32>>map(tf.nn::l2Loss).toList();
        return tf.math.mul(tf.math.addN(halves), tf.constant(2f));
    }

    /**
     * An op that fails the step unless the loss and every gradient are finite; it waits for every gradient. A sum of
     * squares costs one pass over the gradients, and is finite exactly if all of them are, up to norms of 1e19.
     */
    Op checked(Ops tf, Operand<TFloat32> loss) {
        return tf.debugging.checkNumerics(tf.math.add(loss, sumOfSquares), NonFinite.MARK);
    }

    /** These gradients within a limit. */
    StepGradients clipped(Ops tf, Clipping clipping) {
        return new StepGradients(weights, clipping.apply(tf, values, sumOfSquares), sumOfSquares);
    }

    /** The gradients by the names of the weights. */
    Map<String, Operand<TFloat32>> byName() {
        Map<String, Operand<TFloat32>> byName = new LinkedHashMap<>();
        for (int i = 0; i < weights.size(); i++) {
            byName.put(weights.get(i).name(), values.get(i));
        }
        return byName;
    }
}
