package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A table with a row of numbers for each id: y[i] = table[x[i]]. It reads whole numbers straight from an input,
 * {@code @Input(shape = {32}, type = DataType.INT32)}, and makes [steps, units] of [steps]. An id outside 0 to
 * {@code vocabulary - 1} is refused before anything runs, with its row and position. Parameter: {@code name/embedding}
 * [vocabulary, units].
 *
 * <p>A step changes the rows whose ids are in the batch and no others: penalties, decay and the optimizer's state of the
 * rest stand still. Under {@link Adam} this is lazy Adam, PyTorch's {@code SparseAdam}.
 *
 * <p>PyTorch's {@code nn.Embedding(n, d, sparse=True)} and PaddlePaddle's {@code nn.Embedding(n, d, sparse=True)} are
 * {@code @Embedding(vocabulary = n, units = d)}; both draw from a normal distribution of deviation 1 unless told otherwise.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Embedding {
    /** Number of ids: they are 0 to {@code vocabulary - 1}. */
    @Range("[1, inf)")
    int vocabulary();

    /** Numbers per id. */
    @Range("[1, inf)")
    int units();

    /**
     * Whether a step with id 0 is padding, which layers behind that know of masks leave out: the mask holds for as long as the
     * layers keep the steps apart. The row of id 0 is looked up, and trained where a layer does read it, like any other.
     */
    boolean maskZero() default false;

    /** How the table is drawn. */
    Initializer embeddingsInitializer() default Initializer.UNIFORM;
}
