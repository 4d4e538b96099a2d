package io.regulus.processor.spec;

import java.util.Optional;

/** {@code @AdversarialTraining}: a second run on inputs that a step changed for the worse. */
public record AdversarialSpec(Usage usage) implements PolicySpec {
    @Override
    public Optional<String> oneOf() {
        return Optional.of(SECOND_RUN);
    }
}
