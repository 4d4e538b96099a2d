package io.regulus.processor.spec;

import java.util.List;

/** {@code @AcceptAdvice}: the codes that are accepted. */
public record AdviceSpec(Usage usage, List<Written<String>> codes) implements Sourced {
    public AdviceSpec {
        codes = List.copyOf(codes);
    }
}
