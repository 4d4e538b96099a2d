package io.regulus.processor.spec;

import java.util.List;

/** {@code @Permute} as written. */
public record PermuteSpec(Usage usage, Written<List<Integer>> order) implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.SHAPE;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.permute(this);
    }
}
