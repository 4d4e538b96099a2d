package io.regulus.processor.spec;

/** {@code @Dropout} as written. */
public record DropoutSpec(Usage usage) implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.NOISE;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.dropout(this);
    }
}
