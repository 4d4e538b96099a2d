package io.regulus.processor.check;

import io.regulus.annotations.On;

/**
 * A parameter of a layer, as penalties and decay see it.
 *
 * @param name {@code field/kernel}
 * @param role what it is in its layer
 */
public record Parameter(String name, Role role) {
    /** What a parameter is in its layer. */
    public enum Role {
        KERNEL,
        BIAS,
        SCALE,
        SHIFT,
        /** Follows the data; not trained. */
        STATISTIC;

        /** Whether the optimizer changes it. */
        public boolean isTrained() {
            return this != STATISTIC;
        }
    }

    /** Whether the optimizer changes it. */
    public boolean isTrained() {
        return role.isTrained();
    }

    /** Whether a penalty or decay on these parameters falls on it. */
    public boolean isIn(On on) {
        return switch (on) {
            case KERNEL -> role == Role.KERNEL;
            case BIAS -> role == Role.BIAS;
            case ALL -> isTrained();
        };
    }
}
