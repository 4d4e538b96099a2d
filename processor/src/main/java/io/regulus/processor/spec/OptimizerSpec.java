package io.regulus.processor.spec;

import java.util.Optional;

/** The optimizer, its numbers in {@link Usage#numbers()}. */
public sealed interface OptimizerSpec extends Sourced
        permits OptimizerSpec.Sgd, OptimizerSpec.Adam, OptimizerSpec.AdamW, OptimizerSpec.RmsProp {
    /** The decoupled decay, where the optimizer has one. */
    default Optional<DecaySpec> decay() {
        return Optional.empty();
    }

    /** {@code @Sgd}. */
    record Sgd(Usage usage, Written<Boolean> nesterov, DecaySpec decaySpec) implements OptimizerSpec {
        @Override
        public Optional<DecaySpec> decay() {
            return Optional.of(decaySpec);
        }
    }

    /** {@code @Adam}. */
    record Adam(Usage usage) implements OptimizerSpec {}

    /** {@code @AdamW}. */
    record AdamW(Usage usage, DecaySpec decaySpec) implements OptimizerSpec {
        @Override
        public Optional<DecaySpec> decay() {
            return Optional.of(decaySpec);
        }
    }

    /** {@code @RmsProp}. */
    record RmsProp(Usage usage, Written<Boolean> centered) implements OptimizerSpec {}
}
