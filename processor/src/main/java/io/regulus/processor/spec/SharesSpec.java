package io.regulus.processor.spec;

/** {@code @SharesWeightsOf}: the field that this one is once more. */
public record SharesSpec(Usage usage, Written<String> name) implements Sourced {}
