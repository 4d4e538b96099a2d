package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Tables with a row per id. */
public final class Embeddings {
    private Embeddings() {}

    /**
     * The rows that ids stand for.
     *
     * @param table [vocabulary, units]
     * @param ids [rows, steps], each from 0 to below vocabulary
     * @return [rows, steps, units]
     */
    public static Operand<TFloat32> lookUp(Pass pass, Weight table, Operand<TInt32> ids) {
        // from the variable and not from its value: once rows of a variable are written, every read of its value is a
        // copy
        Operand<TFloat32> read =
                pass.displacedRead(table, ids, pass.tf().resourceGather(table.handle(), ids, TFloat32.class));
        pass.lookedUp(new Lookup(table, ids, read));
        return read;
    }

    /** Where a step counts, [rows, steps]: id 0 is padding. */
    public static Operand<TBool> mask(Ops tf, Operand<TInt32> ids) {
        return tf.math.notEqual(ids, tf.constant(0));
    }
}
