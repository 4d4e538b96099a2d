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
        Ops tf = pass.tf();
        return tf.gather(table, ids, tf.constant(0));
    }

    /** Where a step counts, [rows, steps]: id 0 is padding. */
    public static Operand<TBool> mask(Ops tf, Operand<TInt32> ids) {
        return tf.math.notEqual(ids, tf.constant(0));
    }
}
