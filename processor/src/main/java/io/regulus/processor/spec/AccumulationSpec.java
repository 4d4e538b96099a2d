package io.regulus.processor.spec;

/**
 * {@code @GradientAccumulation}: one update from several batches.
 *
 * @param batches of a step
 */
public record AccumulationSpec(Usage usage, int batches) implements PolicySpec {}
