package io.regulus.processor.spec;

import io.regulus.annotations.Padding;
import java.util.List;

/** {@code @AvgPool2D} as written. */
public record AvgPool2DSpec(Usage usage, Written<List<Integer>> pool, Written<List<Integer>> strides, Padding padding)
        implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.POOLING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.avgPool2D(this);
    }
}
