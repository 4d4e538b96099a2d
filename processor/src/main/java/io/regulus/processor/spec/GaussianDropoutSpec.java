package io.regulus.processor.spec;

/** {@code @GaussianDropout} as written. */
public record GaussianDropoutSpec(Usage usage) implements NoiseSpec {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.gaussianDropout(this);
    }
}
