package io.regulus.processor.spec;

/** {@code @LayerNorm} as written. */
public record LayerNormSpec(Usage usage) implements NormSpec {
    @Override
    public boolean hasShift() {
        return true;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.layerNorm(this);
    }
}
