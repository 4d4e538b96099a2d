package io.regulus.processor.spec;

/**
 * {@code @MovingAverage} as written.
 *
 * @param refreshStatistics whether the statistics of norms are computed anew at the end of a fit
 */
public record MovingAverageSpec(Usage usage, Written<Boolean> refreshStatistics) implements PolicySpec {}
