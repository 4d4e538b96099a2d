package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Parameter;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.check.Regularisation;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.ConstraintSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.OptimizerSpec;
import io.regulus.processor.spec.Usage;
import java.util.Optional;

/** What shrinks weights of a fixed norm is undone in the same step. */
public final class DecayOfUnitNorm implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        Regularisation regularisation = new Regularisation(draft.spec());
        for (FieldSpec layer : draft.layers()) {
            regularisation.constraints(layer).stream()
                    .filter(constraint -> constraint.kind() == ConstraintSpec.Kind.UNIT_NORM)
                    .forEach(constraint -> Parameters.trained(layer).stream()
                            .filter(parameter -> parameter.isIn(constraint.on()))
                            .forEach(parameter -> shrunk(draft, regularisation, layer, parameter)
                                    .ifPresent(by -> advice.give(
                                            Code.DECAY_OF_UNIT_NORM,
                                            layer,
                                            constraint.usage().place(),
                                            by.text(),
                                            parameter.name(),
                                            constraint.usage().text()))));
        }
    }

    /** What shrinks a parameter: an L2 penalty, or decoupled decay. */
    private static Optional<Usage> shrunk(
            Draft draft, Regularisation regularisation, FieldSpec layer, Parameter parameter) {
        Optional<Usage> penalty = regularisation.penalties(layer).stream()
                .filter(each -> parameter.isIn(each.on()) && L2BesideDecay.shrinks(each))
                .map(each -> each.usage())
                .findFirst();
        return penalty.or(() -> draft.spec().optimizers().stream()
                .filter(optimizer -> optimizer
                        .decay()
                        .filter(decay -> regularisation.decays(decay, layer, parameter)
                                && regularisation.weightDecay(decay, parameter) > 0)
                        .isPresent())
                .map(OptimizerSpec::usage)
                .findFirst());
    }
}
