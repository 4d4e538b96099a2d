package io.regulus.processor.spec;

import java.util.List;

/**
 * A class annotated with {@code @Block}, as written.
 *
 * @param name its simple name
 * @param usage the {@code @Block} on it
 * @param kind what it is declared as
 * @param inheritedLayers layers declared in a superclass, as {@code Base.hidden}
 * @param fields its fields, in declaration order
 */
public record BlockSpec(
        String name, Usage usage, ModelClass.Kind kind, List<String> inheritedLayers, List<FieldSpec> fields)
        implements Sourced {
    /** What the input of a block is called in it. */
    public static final String INPUT = "input";

    public BlockSpec {
        inheritedLayers = List.copyOf(inheritedLayers);
        fields = List.copyOf(fields);
    }
}
