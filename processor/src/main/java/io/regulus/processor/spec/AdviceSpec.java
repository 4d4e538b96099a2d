package io.regulus.processor.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code @AcceptAdvice}: the codes that are accepted. */
public record AdviceSpec(Usage usage, List<Written<String>> codes) implements Sourced {
    public AdviceSpec {
        codes = List.copyOf(codes);
    }

    /** What is accepted by the one or the other. */
    public static Optional<AdviceSpec> both(Optional<AdviceSpec> one, Optional<AdviceSpec> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        List<Written<String>> all = new ArrayList<>(one.get().codes());
        all.addAll(other.get().codes());
        return Optional.of(new AdviceSpec(one.get().usage(), all));
    }
}
