package io.regulus.processor.spec;

import java.util.List;

/** {@code @Dot} as written. */
public record DotSpec(Usage usage, Written<List<Integer>> axes, boolean normalize) implements OpSpec {
    /** The axis of the first input, counted from 1. */
    public int firstAxis() {
        return axes.value().get(0);
    }

    /** That of the second: one number stands for both. */
    public int secondAxis() {
        return axes.value().get(axes.value().size() - 1);
    }

    @Override
    public Slot slot() {
        return Slot.MERGE;
    }

    @Override
    public boolean keepsSteps() {
        return false;
    }

    @Override
    public int mostInputs() {
        return 2;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.dot(this);
    }
}
