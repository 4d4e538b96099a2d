package io.regulus.processor.spec;

import io.regulus.annotations.On;

/**
 * A constraint of weights as written.
 *
 * @param kind which annotation
 * @param on which parameters it falls on
 */
public record ConstraintSpec(Usage usage, Kind kind, On on) implements PolicySpec {
    /** The annotations that constrain. */
    public enum Kind {
        /** {@code @NonNegative}; the others scale what it leaves, so it comes first. */
        NON_NEGATIVE,
        /** {@code @MaxNorm}. */
        MAX_NORM,
        /** {@code @UnitNorm}. */
        UNIT_NORM,
        /** {@code @MinMaxNorm}. */
        MIN_MAX_NORM;

        /** Whether it asks something of the norms of units. */
        public boolean isOfNorms() {
            return this != NON_NEGATIVE;
        }
    }
}
