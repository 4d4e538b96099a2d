package io.regulus.processor.spec;

import java.util.Optional;

/** {@code @RDrop}: a second run with other masks, and both drawn together. */
public record RDropSpec(Usage usage) implements PolicySpec {
    @Override
    public Optional<String> oneOf() {
        return Optional.of(SECOND_RUN);
    }
}
