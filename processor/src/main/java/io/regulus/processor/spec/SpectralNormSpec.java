package io.regulus.processor.spec;

import java.util.Optional;

/**
 * {@code @SpectralNorm} as written: no operation of its own, but another way of holding the kernel of the field's layer.
 *
 * @param powerIterations in a step of training
 */
public record SpectralNormSpec(Usage usage, int powerIterations) implements PolicySpec {
    @Override
    public boolean changesLayer() {
        return true;
    }

    @Override
    public Optional<String> oneOf() {
        return Optional.of(KERNEL_NORM);
    }
}
