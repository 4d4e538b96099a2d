package io.regulus.rows;

import io.regulus.annotations.MissingNumber;
import io.regulus.annotations.Scaling;
import io.regulus.files.RowFlaw;
import java.util.Optional;
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

    @Override
    public Optional<RowFlaw> flaw(R row) {
        return flaw(value.applyAsDouble(row));
    }

    Optional<RowFlaw> flaw(double number) {
        if (Double.isNaN(number) && missing == MissingNumber.REFUSE) {
            return Optional.of(
                    new RowFlaw(
                            name,
                            "is missing",
                            "Fill it in, leave the row out, or say what stands for it: @Numeric(missing = MissingNumber.MEAN)"));
        }
        return Double.isInfinite(number)
                ? Optional.of(new RowFlaw(name, "is " + number, "Correct it, or make it NaN where it is not known"))
                : Optional.empty();
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
