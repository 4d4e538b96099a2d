package io.regulus.processor.graph;

import io.regulus.processor.check.Regularisation;
import io.regulus.processor.spec.ConstraintSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.LayerwiseRateDecaySpec;
import io.regulus.processor.spec.NetworkSpec;
import io.regulus.processor.spec.RateFactorSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a step does to single weights beside gradient, penalty and decay.
 *
 * @param rateFactors what learning rates are multiplied by
 * @param constraints what holds after each update
 */
public record WeightRules(List<RateFactor> rateFactors, List<ConstraintTerm> constraints) {
    public WeightRules {
        rateFactors = List.copyOf(rateFactors);
        constraints = List.copyOf(constraints);
    }

    /** Gathers the rules layer by layer, so that their numbers stand among those of the layer. */
    static final class Builder {
        private final NetworkSpec spec;
        private final Hyperparameters numbers;
        private final List<RateFactor> rateFactors = new ArrayList<>();
        private final List<ConstraintTerm> constraints = new ArrayList<>();

        Builder(NetworkSpec spec, Hyperparameters numbers) {
            this.spec = spec;
            this.numbers = numbers;
        }

        /** Adds the rules of a layer. */
        void add(FieldSpec field, LayerNode layer) {
            field.policies(RateFactorSpec.class)
                    .forEach(factor -> rateFactors.addAll(RateFactor.of(layer, field, factor, numbers)));
            new Regularisation(spec)
                    .constraints(field).stream()
                            .sorted(Comparator.comparing(ConstraintSpec::kind))
                            .forEach(constraint ->
                                    constraints.addAll(ConstraintTerm.of(layer, field, constraint, numbers)));
        }

        /** The rules of a network, once all of its layers are added. */
        WeightRules build(List<LayerNode> layers) {
            spec.policies(LayerwiseRateDecaySpec.class)
                    .forEach(decay -> rateFactors.addAll(RateFactor.byDepth(layers, decay, numbers)));
            return new WeightRules(rateFactors, constraints);
        }
    }
}
