package io.regulus.processor.spec;

import java.util.List;
import java.util.function.IntUnaryOperator;

/** {@code @Reshape} as written. */
public record ReshapeSpec(Usage usage, Written<List<Integer>> shape) implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.SHAPE;
    }

    @Override
    public OpSpec sized(IntUnaryOperator size) {
        return new ReshapeSpec(
                usage.sized("value", size),
                shape.with(shape.value().stream().map(size::applyAsInt).toList()));
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.reshape(this);
    }
}
