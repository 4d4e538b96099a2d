package io.regulus.processor.spec;

import java.util.Optional;

/** {@code @WeightNorm} as written: no operation of its own, but another way of holding the kernel of the field's layer. */
public record WeightNormSpec(Usage usage) implements PolicySpec {
    @Override
    public boolean changesLayer() {
        return true;
    }

    @Override
    public Optional<String> oneOf() {
        return Optional.of(KERNEL_NORM);
    }
}
