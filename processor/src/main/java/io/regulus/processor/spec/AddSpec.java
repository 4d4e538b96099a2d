package io.regulus.processor.spec;

/** {@code @Add} as written. */
public record AddSpec(Usage usage) implements OpSpec {
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
        return cases.add(this);
    }
}
