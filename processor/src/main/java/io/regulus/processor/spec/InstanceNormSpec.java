package io.regulus.processor.spec;

/** {@code @InstanceNorm} as written. */
public record InstanceNormSpec(Usage usage) implements NormSpec {
    @Override
    public boolean hasShift() {
        return true;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.instanceNorm(this);
    }
}
