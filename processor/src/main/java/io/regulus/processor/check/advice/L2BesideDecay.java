package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Parameter;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.check.Regularisation;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.DecayGroupSpec;
import io.regulus.processor.spec.DecaySpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.OptimizerSpec;
import io.regulus.processor.spec.PenaltySpec;
import io.regulus.processor.spec.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An L2 penalty and decoupled decay shrink the same weights twice, and neither coefficient means what it says. */
public final class L2BesideDecay implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        draft.spec().optimizers().stream()
                .limit(1)
                .forEach(optimizer -> optimizer.decay().ifPresent(decay -> check(draft, optimizer, decay, advice)));
    }

    private static void check(Draft draft, OptimizerSpec optimizer, DecaySpec decay, Advice advice) {
        Regularisation regularisation = new Regularisation(draft.spec());
        List<PenaltySpec> told = new ArrayList<>();
        for (FieldSpec layer : draft.layers()) {
            for (PenaltySpec penalty : regularisation.penalties(layer)) {
                Optional<Parameter> both = Parameters.trained(layer).stream()
                        .filter(parameter -> shrinks(penalty) && parameter.isIn(penalty.on()))
                        .filter(parameter -> regularisation.decays(decay, layer, parameter)
                                && regularisation.weightDecay(decay, parameter) > 0)
                        .findFirst();
                // A penalty on the class falls on many layers and is told once.
                if (both.isPresent() && !told.contains(penalty)) {
                    told.add(penalty);
                    tell(draft, regularisation, layer, penalty, both.get(), optimizer, decay, advice);
                }
            }
        }
    }

    private static void tell(
            Draft draft,
            Regularisation regularisation,
            FieldSpec layer,
            PenaltySpec penalty,
            Parameter both,
            OptimizerSpec optimizer,
            DecaySpec decay,
            Advice advice) {
        Usage usage = penalty.usage();
        String coefficient = NumberUse.shortText(regularisation.weightDecay(decay, both));
        String decays = regularisation
                .decayGroup(both)
                .map(DecayGroupSpec::usage)
                .orElse(optimizer.usage())
                .annotation();
        Object[] details = {usage.text(), both.name(), coefficient, decays};
        if (draft.spec().penalties().contains(penalty)) {
            advice.give(Code.L2_AND_DECAY, usage.place(), details);
        } else {
            advice.give(Code.L2_AND_DECAY, layer, usage.place(), details);
        }
    }

    static boolean shrinks(PenaltySpec penalty) {
        return switch (penalty.kind()) {
            case L1, ORTHOGONAL -> false;
            case L2 -> penalty.usage().number("value") > 0;
            case ELASTIC_NET -> penalty.usage().number("l2") > 0;
        };
    }
}
