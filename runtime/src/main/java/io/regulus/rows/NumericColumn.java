package io.regulus.rows;

import io.regulus.annotations.MissingNumber;
import io.regulus.annotations.Scaling;
import java.util.function.ToDoubleFunction;

/**
 * {@code @Numeric}: for generated code.
 *
 * @param value the number of a row, NaN where it is missing
 * @param flagged whether a second value says that it is missing
 */
public record NumericColumn<R>(
        String name, ToDoubleFunction<R> value, Scaling scaling, MissingNumber missing, boolean flagged)
        implements FeatureColumn<R> {
    @Override
    public int width() {
        return flagged ? 2 : 1;
    }

    /** A boxed number as the value of a row: NaN for null. */
    public static double orMissing(Number number) {
        return number == null ? Double.NaN : number.doubleValue();
    }

    /** A truth value as the value of a row: 1 or 0, NaN for null. */
    public static double orMissing(Boolean truth) {
        return truth == null ? Double.NaN : truth ? 1 : 0;
    }
}
