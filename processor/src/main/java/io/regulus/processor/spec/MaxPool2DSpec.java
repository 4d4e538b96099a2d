package io.regulus.processor.spec;

import io.regulus.annotations.Padding;
import java.util.List;

/** {@code @MaxPool2D} as written. */
public record MaxPool2DSpec(Usage usage, Written<List<Integer>> pool, Written<List<Integer>> strides, Padding padding)
        implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.POOLING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.maxPool2D(this);
    }
}
