package io.regulus.processor.spec;

import java.util.Optional;

/** The optimizer, its numbers in {@link Usage#numbers()}. */
public sealed interface OptimizerSpec extends Sourced
        permits OptimizerSpec.Sgd,
                OptimizerSpec.Adam,
                OptimizerSpec.AdamW,
                OptimizerSpec.RmsProp,
                OptimizerSpec.Lion,
                OptimizerSpec.Lamb,
                OptimizerSpec.Nadam,
                OptimizerSpec.Adagrad {
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
    record Adam(Usage usage, Written<Boolean> amsgrad) implements OptimizerSpec {}

    /** {@code @AdamW}. */
    record AdamW(Usage usage, Written<Boolean> amsgrad, DecaySpec decaySpec) implements OptimizerSpec {
        @Override
        public Optional<DecaySpec> decay() {
            return Optional.of(decaySpec);
        }
    }

    /** {@code @RmsProp}. */
    record RmsProp(Usage usage, Written<Boolean> centered) implements OptimizerSpec {}

    /** {@code @Lion}. */
    record Lion(Usage usage, DecaySpec decaySpec) implements OptimizerSpec {
        @Override
        public Optional<DecaySpec> decay() {
            return Optional.of(decaySpec);
        }
    }

    /** {@code @Lamb}. */
    record Lamb(Usage usage, DecaySpec decaySpec) implements OptimizerSpec {
        @Override
        public Optional<DecaySpec> decay() {
            return Optional.of(decaySpec);
        }
    }

    /** {@code @Nadam}. */
    record Nadam(Usage usage) implements OptimizerSpec {}

    /** {@code @Adagrad}. */
    record Adagrad(Usage usage) implements OptimizerSpec {}
}
