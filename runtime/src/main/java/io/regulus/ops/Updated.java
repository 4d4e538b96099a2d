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
    default Operand<? extends TType> slot(String name) {
        return slot(name, 0);
    }

    /**
     * The same of a start of its own.
     *
     * @param initial what every value of it starts at
     */
    Operand<? extends TType> slot(String name, double initial);

    /** Coefficient of the decoupled decay that is left to the update; 0 where there is none. */
    double decay();

    /** A weight as a whole. */
    static Updated of(Pass pass, Weight weight, double decay) {
        return new Updated() {
            @Override
            public Operand<? extends TType> handle() {
                return weight.handle();
            }

            @Override
            public Operand<? extends TType> slot(String name, double initial) {
                return pass.slot(weight, name, (float) initial).handle();
            }

            @Override
            public double decay() {
                return decay;
            }
        };
    }
}
