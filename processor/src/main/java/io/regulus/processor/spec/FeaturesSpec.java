package io.regulus.processor.spec;

import java.util.List;

/**
 * A record with {@code @Features}, as written.
 *
 * @param type the record
 * @param usage the {@code @Features} on it
 * @param components in their order
 */
public record FeaturesSpec(ModelClass type, Usage usage, List<ComponentSpec> components) {
    /** What the name of the type that is generated for a record ends with. */
    public static final String SUFFIX = "Rows";

    public FeaturesSpec {
        components = List.copyOf(components);
    }

    /** Simple name of the type that is generated for it. */
    public String generatedType() {
        return type.flatName() + SUFFIX;
    }

    /** The labels in their order. */
    public List<ComponentSpec> labels() {
        return components.stream()
                .filter(component -> component.role() instanceof RoleSpec.Label)
                .toList();
    }

    /** How many numbers and one-hot values a row has. */
    public int width() {
        return components.stream().mapToInt(ComponentSpec::width).sum();
    }

    /** The components that are looked up in tables. */
    public List<ComponentSpec> embedded() {
        return components.stream()
                .filter(component -> component.embedded().isPresent())
                .toList();
    }
}
