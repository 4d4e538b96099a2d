package io.regulus.processor.spec;

/** {@code @ActivityRegularization} as written. */
public record ActivityRegularizationSpec(Usage usage) implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.ACTIVITY;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.activityRegularization(this);
    }
}
