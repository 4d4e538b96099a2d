package io.regulus.processor.spec;

/** {@code @Multiply} as written. */
public record MultiplySpec(Usage usage) implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.MERGE;
    }

    @Override
    public int mostInputs() {
        return Integer.MAX_VALUE;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.multiply(this);
    }
}
