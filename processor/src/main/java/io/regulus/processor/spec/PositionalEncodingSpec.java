package io.regulus.processor.spec;

/** {@code @PositionalEncoding} as written. */
public record PositionalEncodingSpec(Usage usage) implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.POSITION;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.positionalEncoding(this);
    }
}
