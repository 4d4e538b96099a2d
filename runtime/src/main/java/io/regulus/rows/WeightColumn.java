package io.regulus.rows;

import io.regulus.files.RowFlaw;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * {@code @RowWeight}: for generated code.
 *
 * @param value what a row counts in the loss
 */
public record WeightColumn<R>(String name, ToDoubleFunction<R> value) implements RowColumn<R> {
    /** It may be missing, to predict. */
    @Override
    public Optional<RowFlaw> flaw(R row) {
        double weight = value.applyAsDouble(row);
        return Double.isNaN(weight) ? Optional.empty() : flaw(weight);
    }

    Optional<RowFlaw> flaw(double weight) {
        return weight >= 0 && Double.isFinite(weight)
                ? Optional.empty()
                : Optional.of(new RowFlaw(
                        name, "is " + weight, "Give what the row counts in the loss, a finite number, 0 or more"));
    }
}
