package io.regulus.processor.spec;

import java.util.List;

/** {@code @From}: the fields whose outputs this field takes. */
public record FromSpec(Usage usage, List<Written<String>> names) implements Sourced {
    public FromSpec {
        names = List.copyOf(names);
    }
}
