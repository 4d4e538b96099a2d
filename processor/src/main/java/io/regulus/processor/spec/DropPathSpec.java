package io.regulus.processor.spec;

/** {@code @DropPath} as written. */
public record DropPathSpec(Usage usage) implements NoiseSpec {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.dropPath(this);
    }
}
