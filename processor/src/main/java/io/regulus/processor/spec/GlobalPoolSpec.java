package io.regulus.processor.spec;

/**
 * {@code @GlobalMaxPool1D}, {@code @GlobalAvgPool1D}, {@code @GlobalMaxPool2D} or {@code @GlobalAvgPool2D} as written.
 *
 * @param max whether it takes the largest value, not the mean
 * @param sequence whether it is for sequences, not for images
 */
public record GlobalPoolSpec(Usage usage, boolean max, boolean sequence) implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.POOLING;
    }

    /** The mean over steps is that of the steps that count; the largest value is taken of all, as in Keras. */
    @Override
    public boolean usesMask() {
        return sequence && !max;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.globalPool(this);
    }
}
