package io.regulus.processor.spec;

/** {@code @LayerwiseRateDecay} on the class, as written. */
public record LayerwiseRateDecaySpec(Usage usage) implements PolicySpec {}
