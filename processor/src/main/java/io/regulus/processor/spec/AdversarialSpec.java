package io.regulus.processor.spec;

/** {@code @AdversarialTraining}: a second run on inputs that a step changed for the worse. */
public record AdversarialSpec(Usage usage) implements PolicySpec {}
