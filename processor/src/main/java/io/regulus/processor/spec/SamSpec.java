package io.regulus.processor.spec;

import java.util.Optional;

/** {@code @Sam}: a second run at weights that a step moved up the gradient. */
public record SamSpec(Usage usage) implements PolicySpec {
    @Override
    public Optional<String> oneOf() {
        return Optional.of(SECOND_RUN);
    }
}
