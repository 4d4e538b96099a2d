package io.regulus.processor.spec;

import io.regulus.annotations.Statistics;

/** {@code @BatchNorm} as written. */
public record BatchNormSpec(Usage usage, Statistics statistics) implements NormSpec {
    @Override
    public boolean hasShift() {
        return true;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.batchNorm(this);
    }
}
