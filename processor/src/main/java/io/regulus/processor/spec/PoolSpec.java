package io.regulus.processor.spec;

import io.regulus.annotations.Padding;
import java.util.List;

/**
 * {@code @MaxPool1D}, {@code @AvgPool1D}, {@code @MaxPool2D} or {@code @AvgPool2D} as written.
 *
 * @param max whether it takes the largest value, not the mean
 * @param sequence whether it is for sequences, not for images
 * @param pool size of the window
 * @param strides its step; empty where it steps by its window
 */
public record PoolSpec(
        Usage usage,
        boolean max,
        boolean sequence,
        Written<List<Integer>> pool,
        Written<List<Integer>> strides,
        Padding padding)
        implements OpSpec {
    /** The step of the window: as written, else the window. */
    public List<Integer> steps() {
        return strides.value().isEmpty() ? pool.value() : strides.value();
    }

    @Override
    public Slot slot() {
        return Slot.POOLING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.pool(this);
    }
}
