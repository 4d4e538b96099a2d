package io.regulus.processor.spec;

/** {@code @Flatten} as written. */
public record FlattenSpec(Usage usage) implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.SHAPE;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.flatten(this);
    }
}
