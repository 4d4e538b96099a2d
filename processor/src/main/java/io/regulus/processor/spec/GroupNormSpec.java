package io.regulus.processor.spec;

import java.util.function.IntUnaryOperator;

/** {@code @GroupNorm} as written. */
public record GroupNormSpec(Usage usage, Written<Integer> groups) implements NormSpec {
    @Override
    public boolean hasShift() {
        return true;
    }

    @Override
    public OpSpec sized(IntUnaryOperator size) {
        return new GroupNormSpec(usage.sized("groups", size), groups.with(size.applyAsInt(groups.value())));
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.groupNorm(this);
    }
}
