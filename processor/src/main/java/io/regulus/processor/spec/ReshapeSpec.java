package io.regulus.processor.spec;

import java.util.List;

/** {@code @Reshape} as written. */
public record ReshapeSpec(Usage usage, Written<List<Integer>> shape) implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.SHAPE;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.reshape(this);
    }
}
