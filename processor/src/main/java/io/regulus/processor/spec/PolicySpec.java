package io.regulus.processor.spec;

import java.util.List;
import java.util.Optional;

/**
 * Something that changes how a network or a layer is trained and is no operation, penalty, task or optimizer: clipping, a
 * schedule of the learning rate, a frozen layer. It stands on the class, on a layer or on an input, as its annotation's target
 * says. Its numbers, in {@link Usage#numbers()}, are hyperparameters: those of a class under {@link #group()}, those of a field
 * among the field's own.
 */
public sealed interface PolicySpec extends Sourced
        permits AccumulationSpec,
                AdversarialSpec,
                ClippingSpec,
                ConstraintSpec,
                DataSpec,
                DecayGroupSpec,
                DistillSpec,
                DropConnectSpec,
                EmphasisSpec,
                FreezeSpec,
                LayerwiseRateDecaySpec,
                MovingAverageSpec,
                MonitorSpec,
                RateFactorSpec,
                RDropSpec,
                SamSpec,
                ScheduleSpec,
                SpectralNormSpec,
                WeightAveragingSpec,
                WeightNormSpec {
    /** What there is one of: {@code @AdversarialTraining}, {@code @RDrop} and {@code @Sam} run the layers twice in a step. */
    String SECOND_RUN = "second run of the layers";

    /** What a layer has one of: {@code @WeightNorm} and {@code @SpectralNorm} both say how its kernel is held. */
    String KERNEL_NORM = "norm of a layer's kernel";

    /** Name of the group of its hyperparameters where it stands on the class: the annotation's, with a small first letter. */
    default String group() {
        String name = usage().annotation();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** What a network has one of, where this policy and another exclude each other: {@code way of clipping}. */
    default Optional<String> oneOf() {
        return Optional.empty();
    }

    /** Whether the layer computes something else for it, and so in every use of its weights. */
    default boolean changesLayer() {
        return false;
    }

    /** Whether one of a field stands in the place of another one around it: of the same kind, or of what there is one of. */
    default boolean replaces(PolicySpec outer) {
        return getClass().equals(outer.getClass()) || (oneOf().isPresent() && oneOf().equals(outer.oneOf()));
    }

    /** Those of one type. */
    static <P extends PolicySpec> List<P> of(Class<P> type, List<PolicySpec> policies) {
        return policies.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
