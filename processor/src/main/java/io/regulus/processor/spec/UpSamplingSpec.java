package io.regulus.processor.spec;

import io.regulus.annotations.Interpolation;
import java.util.List;

/** {@code @UpSampling2D} as written. */
public record UpSamplingSpec(Usage usage, Written<List<Integer>> size, Interpolation interpolation) implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.POOLING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.upSampling(this);
    }
}
