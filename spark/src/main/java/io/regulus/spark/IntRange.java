package io.regulus.spark;

import java.io.Serializable;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Params;
import scala.Function1;

/**
 * Refuses a whole number outside the range of a parameter when it is set: Spark's own validators would tell neither the range nor the cure.
 *
 * @param name of the parameter
 * @param least the least number
 * @param most the largest number
 */
record IntRange(String name, int least, int most) implements Function1<Object, Object>, Serializable {
    private static final long serialVersionUID = 1;

    /** A parameter that is at least so much; {@code explainParams} tells so. */
    static IntParam atLeast(Params owner, String name, String doc, int least) {
        return of(owner, doc, new IntRange(name, least, Integer.MAX_VALUE));
    }

    /** A parameter between two numbers; {@code explainParams} tells which. */
    static IntParam between(Params owner, String name, String doc, int least, int most) {
        return of(owner, doc, new IntRange(name, least, most));
    }

    private static IntParam of(Params owner, String doc, IntRange range) {
        return new IntParam(owner, range.name, doc + " (" + range.words() + ")", range);
    }

    private String words() {
        return most == Integer.MAX_VALUE ? "at least " + least : least + " to " + most;
    }

    /**
     * True.
     *
     * @throws IllegalArgumentException naming the parameter, the number and the range, if it is outside
     */
    @Override
    public Object apply(Object number) {
        int value = (Integer) number;
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " = " + value + ": must be " + words());
        }
        return true;
    }
}
