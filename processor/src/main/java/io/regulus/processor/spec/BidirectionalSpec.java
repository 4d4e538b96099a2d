package io.regulus.processor.spec;

import io.regulus.annotations.Merge;

/** {@code @Bidirectional} as written. */
public record BidirectionalSpec(Usage usage, Merge merge) implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.DIRECTIONS;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.bidirectional(this);
    }
}
