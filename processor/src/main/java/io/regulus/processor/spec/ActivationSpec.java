package io.regulus.processor.spec;

import io.regulus.annotations.ActivationFunction;

/** {@code @Activation} as written. */
public record ActivationSpec(Usage usage, ActivationFunction function, Written<Double> negativeSlope)
        implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.ACTIVATION;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.activation(this);
    }
}
