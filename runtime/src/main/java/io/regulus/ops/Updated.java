package io.regulus.ops;

import org.tensorflow.Operand;
import org.tensorflow.types.family.TType;

/** A variable as an optimizer updates it: a weight as a whole, or rows of a table as if they were one. */
public interface Updated {
    /** The resource. */
    Operand<? extends TType> handle();

    /**
     * The resource of something the optimizer remembers of it, of its shape; starts at zero.
     *
     * @param name of the slot
     */
    Operand<? extends TType> slot(String name);

    /** A weight as a whole. */
    static Updated of(Pass pass, Weight weight) {
        return new Updated() {
            @Override
            public Operand<? extends TType> handle() {
                return weight.handle();
            }

            @Override
            public Operand<? extends TType> slot(String name) {
                return pass.slot(weight, name, 0).handle();
            }
        };
    }
}
