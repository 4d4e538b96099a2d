package io.regulus.kernels;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/**
 * Adam with penalty and decay of many parameters in one op, one pass over each: g += 2 * l2 * w; m += (g - m) * (1 - beta1);
 * v += (g^2 - v) * (1 - beta2); w -= lr * decay * w; w -= lr * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon).
 * To the bit what the plain ops give one after the other; beta1^t and beta2^t are worked out inside, in double precision, and
 * rounded to float.
 *
 * @param beta1 in [0, 1)
 * @param beta2 in [0, 1)
 * @param epsilon above 0
 */
public record AdamUpdate(float beta1, float beta2, float epsilon) {
    /**
     * The three variables of a parameter, all different.
     *
     * @param parameter handle of w
     * @param m handle of the gradients' mean
     * @param v handle of their squares' mean
     */
    public record Variables(
            Operand<? extends TType> parameter, Operand<? extends TType> m, Operand<? extends TType> v) {}

    /**
     * One parameter.
     *
     * @param variables its three variables, no other parameter's
     * @param gradient of the loss without the penalty, of the parameter's shape
     * @param shrinkage penalty and decay
     */
    public record Parameter(Variables variables, Operand<TFloat32> gradient, Shrinkage shrinkage) {}

    /**
     * The update of all parameters. A reader of several of them sees all of it or nothing.
     *
     * @param parameters at least one
     * @param steps how many steps were taken before, t - 1; a scalar
     * @param learningRate a scalar
     * @param threads how many may share a large parameter, at least 1; no more are used than the process has processors, and
     *     the result is the same
     */
    public Op apply(
            Ops tf, List<Parameter> parameters, Operand<TInt64> steps, Operand<TFloat32> learningRate, int threads) {
        Operation update = tf.scope()
                .opBuilder("RegulusAdam", "RegulusAdam")
                .addInputList(all(parameters, parameter -> parameter.variables().parameter()))
                .addInputList(all(parameters, parameter -> parameter.variables().m()))
                .addInputList(all(parameters, parameter -> parameter.variables().v()))
                .addInput(steps.asOutput())
                .addInput(learningRate.asOutput())
                .addInputList(all(parameters, Parameter::gradient))
                .setAttr("beta1", beta1)
                .setAttr("beta2", beta2)
                .setAttr("epsilon", epsilon)
                .setAttr(
                        "l2",
                        numbers(parameters.stream()
                                .map(parameter -> parameter.shrinkage().l2())))
                .setAttr(
                        "decay",
                        numbers(parameters.stream()
                                .map(parameter -> parameter.shrinkage().decay())))
                .setAttr("threads", Threads.checked(threads))
                .build();
        return () -> update;
    }

    private static Output<?>[] all(List<Parameter> parameters, Function<Parameter, Operand<?>> part) {
        return parameters.stream().map(part).map(Operand::asOutput).toArray(Output<?>[]::new);
    }

    private static float[] numbers(Stream<Float> all) {
        List<Float> list = all.toList();
        float[] numbers = new float[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i);
        }
        return numbers;
    }
}
