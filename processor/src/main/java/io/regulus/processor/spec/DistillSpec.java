package io.regulus.processor.spec;

/** {@code @Distill}: another network's outputs as a second target. */
public record DistillSpec(Usage usage) implements PolicySpec {}
