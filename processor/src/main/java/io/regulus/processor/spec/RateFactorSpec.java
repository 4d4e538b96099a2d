package io.regulus.processor.spec;

/** {@code @LearningRateFactor} on a field, as written. */
public record RateFactorSpec(Usage usage) implements PolicySpec {}
