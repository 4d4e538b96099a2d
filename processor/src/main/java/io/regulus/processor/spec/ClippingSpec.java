package io.regulus.processor.spec;

import java.util.Optional;

/**
 * A limit to the gradients, as written.
 *
 * @param kind what is limited
 */
public record ClippingSpec(Usage usage, Kind kind) implements PolicySpec {
    @Override
    public Optional<String> oneOf() {
        return Optional.of("way of clipping");
    }

    /** The annotations that clip. */
    public enum Kind {
        /** {@code @ClipByGlobalNorm}. */
        GLOBAL_NORM,
        /** {@code @ClipByNorm}. */
        NORM,
        /** {@code @ClipByValue}. */
        VALUE
    }
}
