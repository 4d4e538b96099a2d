package io.regulus.processor.spec;

import io.regulus.annotations.Statistics;

/** {@code @BatchNorm} as written. */
public record BatchNormSpec(Usage usage, Statistics statistics) implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.NORM;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.batchNorm(this);
    }
}
