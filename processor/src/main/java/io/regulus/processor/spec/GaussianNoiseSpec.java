package io.regulus.processor.spec;

/** {@code @GaussianNoise} as written. */
public record GaussianNoiseSpec(Usage usage) implements NoiseSpec {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.gaussianNoise(this);
    }
}
