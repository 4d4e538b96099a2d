package io.regulus.ops;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * The update of some rows of a table. They are gathered into a small variable of their own, that and those of the slots are updated as
 * any weight is, in one pass over them, and written back. The rule in ops of its own would go over the rows a dozen times.
 */
final class RowsUpdate implements Updated {
    private final Pass pass;
    private final Ops tf;
    private final TableRows rows;
    private final double decay;

    /** The variables that hold the rows of the table and of slots. */
    private final Map<TableRows, VarHandleOp> copies = new LinkedHashMap<>();

    private final Operand<? extends TType> handle;

    /**
     * Gathers the rows.
     *
     * @param tf where ops are added that wait for the step to be known as sound
     * @param decay coefficient of the decoupled decay that is left to the update
     */
    RowsUpdate(Pass pass, Ops tf, TableRows rows, double decay) {
        this.pass = pass;
        this.tf = tf;
        this.rows = rows;
        this.decay = decay;
        this.handle = copied(rows);
    }

    @Override
    public Operand<? extends TType> handle() {
        return handle;
    }

    @Override
    public Operand<? extends TType> slot(String name, double initial) {
        return copied(rows.of(pass.slot(rows.table(), name, (float) initial)));
    }

    @Override
    public double decay() {
        return decay;
    }

    /** The handle, once the rows are there; of no shape, for every step has another number of rows. */
    private Operand<? extends TType> copied(TableRows from) {
        VarHandleOp copy = pass.tf()
                .varHandleOp(
                        TFloat32.class,
                        Shape.unknown(),
                        VarHandleOp.sharedName(from.table().name() + "/rows_of_step"));
        copies.put(from, copy);
        Op filled = tf.assignVariableOp(copy, from.read(tf));
        return tf.withControlDependencies(filled).identity(copy);
    }

    /** Writes the rows back after the update. */
    Op written(Op updated) {
        Ops after = tf.withControlDependencies(updated);
        return after.withControlDependencies(copies.entrySet().stream()
                        .map(copy -> copy.getKey().write(after, after.readVariableOp(copy.getValue(), TFloat32.class)))
                        .toList())
                .noOp();
    }
}
