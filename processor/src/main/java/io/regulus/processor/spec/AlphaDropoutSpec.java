package io.regulus.processor.spec;

/** {@code @AlphaDropout} as written. */
public record AlphaDropoutSpec(Usage usage) implements NoiseSpec {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.alphaDropout(this);
    }
}
