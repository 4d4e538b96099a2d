package io.regulus.ops;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * An output of a network with the loss of its task.
 *
 * @param name the field
 * @param outputs what its layer gives for the batch, [rows, outputs]
 * @param loss its data loss, not weighted
 * @param weight what its loss counts in the sum over the outputs
 */
public record Head(String name, Operand<TFloat32> outputs, Loss loss, double weight) {
    /** The only output of a network. */
    public static Head only(Operand<TFloat32> outputs, Loss loss) {
        return new Head("", outputs, loss, 1);
    }

    /** Data loss over all outputs: the sum of weight * loss. */
    public static Operand<TFloat32> total(Pass pass, List<Head> heads) {
        Ops tf = pass.tf();
        List<Operand<TFloat32>> terms = new ArrayList<>();
        heads.forEach(head -> terms.add(head.weighted(tf, head.loss.value())));
        return terms.size() == 1 ? terms.get(0) : tf.math.addN(terms);
    }

    /** The same output, of whose loss a share counts. */
    Head share(double share) {
        return new Head(name, outputs, loss, weight * share);
    }

    /** The same output with another loss. */
    Head with(Loss other) {
        return new Head(name, outputs, other, weight);
    }

    /** The same output with another number as its loss, as that of more rows than these; the gradient stays. */
    Head withLoss(Operand<TFloat32> value) {
        return new Head(name, outputs, new Loss(value, loss.gradient()), weight);
    }

    /** The gradient of the data loss with respect to the outputs, times the loss scale of the pass, where it has one. */
    Operand<TFloat32> gradient(Pass pass) {
        Ops tf = pass.tf();
        Operand<TFloat32> gradient = weighted(tf, loss.gradient());
        return pass.lossScale()
                .<Operand<TFloat32>>map(scale -> tf.math.mul(gradient, scale))
                .orElse(gradient);
    }

    private Operand<TFloat32> weighted(Ops tf, Operand<TFloat32> value) {
        return weight == 1 ? value : tf.math.mul(value, tf.constant((float) weight));
    }
}
