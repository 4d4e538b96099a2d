package io.regulus.processor.spec;

/** {@code @Concat} as written. */
public record ConcatSpec(Usage usage) implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.MERGE;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.concat(this);
    }
}
