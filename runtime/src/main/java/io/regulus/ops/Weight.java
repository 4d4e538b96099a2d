package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;

/**
 * A float variable within one pass. Used as an operand it is the variable's value at the start of the run: it is read once
 * per pass, and every update waits for all gradients, so that no op ever sees a half-updated network.
 */
public final class Weight implements Operand<TFloat32> {
    private final Variable<TFloat32> variable;
    private final VarHandleOp handle;
    private final Operand<TFloat32> value;

    Weight(Ops tf, Variable<TFloat32> variable, VarHandleOp handle) {
        this(variable, handle, tf.readVariableOp(handle, TFloat32.class));
    }

    private Weight(Variable<TFloat32> variable, VarHandleOp handle, Operand<TFloat32> value) {
        this.variable = variable;
        this.handle = handle;
        this.value = value;
    }

    /** The same weight of another value, which the variable does not have. */
    Weight at(Operand<TFloat32> other) {
        return new Weight(variable, handle, other);
    }

    /** Its name, such as {@code "head/kernel"}. */
    public String name() {
        return variable.name();
    }

    Variable<TFloat32> variable() {
        return variable;
    }

    /** What it is to the network. */
    public Role role() {
        return variable.role();
    }

    /** Makes the value it starts with anew. */
    Operand<TFloat32> initial(Ops tf) {
        return variable.initial().apply(tf);
    }

    /** Its dimensions; hides the operand's shape, which is the same. */
    @Override
    public Shape shape() {
        return variable.shape();
    }

    /** The resource, for ops that change the variable. */
    public VarHandleOp handle() {
        return handle;
    }

    /** The value now: a read that happens after the given ops. */
    Operand<TFloat32> readAfter(Ops tf, Op... ops) {
        return tf.withControlDependencies(ops).readVariableOp(handle, TFloat32.class);
    }

    @Override
    public Output<TFloat32> asOutput() {
        return value.asOutput();
    }

    @Override
    public Operation op() {
        return value.op();
    }

    @Override
    public String toString() {
        return name() + shape();
    }
}
