package io.regulus.kernels;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.TensorFlow;
import org.tensorflow.op.Ops;

/**
 * The gradients of the differentiable ops. TensorFlow Java keeps them for the whole process and holds about ten; these are
 * two of them.
 */
final class KernelGradients {
    private static final int BATCH_NORM_FIXED_INPUTS = 3;

    private KernelGradients() {}

    /** Registers them; false if another class loader has done so already. */
    static boolean register() {
        return TensorFlow.registerCustomGradient("RegulusBatchNorm", KernelGradients::batchNorm)
                && TensorFlow.registerCustomGradient("RegulusReluDropout", KernelGradients::reluDropout);
    }

    private static List<Operand<?>> reluDropout(Ops tf, GraphOperation op, List<Output<?>> upstream) {
        long threshold = op.attributes().getAttrInt("threshold");
        return List.of(ReluDropout.gradient(tf, upstream.get(0), op.output(0), threshold), nothing(op.input(1)));
    }

    private static List<Operand<?>> batchNorm(Ops tf, GraphOperation op, List<Output<?>> upstream) {
        List<Output<?>> draws = new ArrayList<>();
        for (int i = BATCH_NORM_FIXED_INPUTS; i < op.numInputs(); i++) {
            draws.add(op.input(i));
        }
        Operation gradient = tf.scope()
                .opBuilder("RegulusBatchNormGrad", "RegulusBatchNormGrad")
                .addInput(upstream.get(0))
                .addInput(op.input(0))
                .addInput(op.input(1))
                .addInput(op.input(2))
                .addInput(op.output(1))
                .addInput(op.output(3))
                .addInputList(draws.toArray(Output<?>[]::new))
                .setAttr("relu", op.attributes().getAttrBool("relu"))
                .setAttr("threshold", op.attributes().getAttrInt("threshold"))
                .setAttr("threads", op.attributes().getAttrInt("threads"))
                .build();
        List<Operand<?>> all = new ArrayList<>(List.of(gradient.output(0), gradient.output(1), gradient.output(2)));
        draws.forEach(drawn -> all.add(nothing(drawn)));
        return all;
    }

    /** Stands for the gradient by an input that nobody asks for: there must be one, and any operand will do. */
    private static Operand<?> nothing(Output<?> input) {
        return input;
    }
}
