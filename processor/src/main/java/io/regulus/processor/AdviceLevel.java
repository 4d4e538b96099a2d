package io.regulus.processor;

import java.util.Optional;
import javax.tools.Diagnostic;

/** How advice is printed: {@code -Aregulus.advice}. */
enum AdviceLevel {
    OFF(Optional.empty()),
    WARN(Optional.of(Diagnostic.Kind.WARNING)),
    ERROR(Optional.of(Diagnostic.Kind.ERROR));

    private final Optional<Diagnostic.Kind> kind;

    AdviceLevel(Optional<Diagnostic.Kind> kind) {
        this.kind = kind;
    }

    /** The compiler's kind of message for it; nothing for none. */
    Optional<Diagnostic.Kind> kind() {
        return kind;
    }
}
