package io.regulus.processor.check;

import io.regulus.annotations.On;

/**
 * A parameter of a layer, as penalties and decay see it.
 *
 * @param name {@code field/kernel}
 * @param role what it is in its layer
 * @param isFrozen whether its layer is left as it is
 */
public record Parameter(String name, Role role, boolean isFrozen) {
    /** What a parameter is in its layer. */
    public enum Role {
        KERNEL,
        /** What a recurrent layer multiplies its own last output by. */
        RECURRENT_KERNEL,
        /** A row per token. */
        EMBEDDING,
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
        return role.isTrained() && !isFrozen;
    }

    /** Whether a penalty or decay on these parameters falls on it. */
    public boolean isIn(On on) {
        return isTrained() && isAmong(on);
    }

    private boolean isAmong(On on) {
        return switch (on) {
            case KERNEL -> role == Role.KERNEL;
            case RECURRENT_KERNEL -> role == Role.RECURRENT_KERNEL;
            case EMBEDDING -> role == Role.EMBEDDING;
            case BIAS -> role == Role.BIAS;
            case ALL -> true;
        };
    }
}
