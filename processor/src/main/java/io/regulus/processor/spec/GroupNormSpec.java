package io.regulus.processor.spec;

/** {@code @GroupNorm} as written. */
public record GroupNormSpec(Usage usage, Written<Integer> groups) implements NormSpec {
    @Override
    public boolean hasShift() {
        return true;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.groupNorm(this);
    }
}
