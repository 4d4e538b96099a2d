package io.regulus.processor.spec;

/** {@code @Dropout} as written. */
public record DropoutSpec(Usage usage) implements NoiseSpec {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.dropout(this);
    }
}
