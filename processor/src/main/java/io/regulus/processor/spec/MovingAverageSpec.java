package io.regulus.processor.spec;

import java.util.Optional;

/**
 * {@code @MovingAverage} as written.
 *
 * @param refreshStatistics whether the statistics of norms are computed anew at the end of a fit
 */
public record MovingAverageSpec(Usage usage, Written<Boolean> refreshStatistics) implements PolicySpec {
    /** What inference reads in place of the weights: there can be one. */
    static final String AVERAGE = "average of the weights";

    @Override
    public Optional<String> oneOf() {
        return Optional.of(AVERAGE);
    }
}
