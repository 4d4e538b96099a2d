package io.regulus.processor.spec;

/** {@code @GlobalAvgPool2D} as written. */
public record GlobalAvgPool2DSpec(Usage usage) implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.POOLING;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.globalAvgPool2D(this);
    }
}
