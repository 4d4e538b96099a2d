package io.regulus.processor.spec;

/** {@code @RmsNorm} as written. */
public record RmsNormSpec(Usage usage) implements NormSpec {
    @Override
    public boolean hasShift() {
        return false;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.rmsNorm(this);
    }
}
