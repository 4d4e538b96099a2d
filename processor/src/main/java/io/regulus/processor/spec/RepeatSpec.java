package io.regulus.processor.spec;

/** {@code @Repeat}: how many times a block is put there. */
public record RepeatSpec(Usage usage, Written<Integer> times) implements Sourced {}
