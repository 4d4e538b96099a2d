package io.regulus.processor.spec;

import java.util.List;
import java.util.Optional;

/**
 * A component of a record with {@code @Features}.
 *
 * @param roles what it is to a network, as written: one, where it is right
 * @param column the {@code @Column} on it
 */
public record ComponentSpec(
        String name, Place place, ComponentType type, List<RoleSpec> roles, Optional<Written<String>> column) {
    public ComponentSpec {
        roles = List.copyOf(roles);
    }

    /** Its role, once there is known to be one. */
    public RoleSpec role() {
        return roles.get(0);
    }

    /** The categories that are looked up, where it is embedded. */
    public Optional<RoleSpec.Categorical> embedded() {
        return role() instanceof RoleSpec.Categorical category && category.isEmbedded()
                ? Optional.of(category)
                : Optional.empty();
    }

    /** How many numbers and one-hot values of the input it makes. */
    public int width() {
        if (role() instanceof RoleSpec.Numeric number) {
            return number.width();
        }
        return role() instanceof RoleSpec.Categorical category && !category.isEmbedded() ? category.values(type) : 0;
    }
}
