package io.regulus.processor.spec;

/** {@code @SpatialDropout} as written. */
public record SpatialDropoutSpec(Usage usage) implements NoiseSpec {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.spatialDropout(this);
    }
}
