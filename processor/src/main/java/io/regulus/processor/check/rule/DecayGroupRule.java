package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Parameter;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.check.Regularisation;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Nearest;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.DecayGroupSpec;
import io.regulus.processor.spec.DecaySpec;
import io.regulus.processor.spec.OptimizerSpec;
import java.util.List;

/** Every group of decay falls on at least one parameter, of an optimizer that decays. */
public final class DecayGroupRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (DecayGroupSpec group : draft.spec().policies(DecayGroupSpec.class)) {
            List<OptimizerSpec> optimizers = draft.spec().optimizers();
            // without an optimizer, or with two, that is what there is to tell
            if (optimizers.size() == 1) {
                OptimizerSpec optimizer = optimizers.get(0);
                optimizer
                        .decay()
                        .ifPresentOrElse(
                                decay -> check(draft, group, decay, problems),
                                () -> problems.add(
                                        Code.GROUP_WITHOUT_DECAY,
                                        group.usage().place(),
                                        group.usage().text(),
                                        optimizer.usage().annotation()));
            }
        }
    }

    private static void check(Draft draft, DecayGroupSpec group, DecaySpec decay, Problems problems) {
        List<String> names = draft.layers().stream()
                .flatMap(layer -> Parameters.trained(layer).stream())
                .map(Parameter::name)
                .toList();
        String pattern = group.pattern().value();
        if (names.stream().noneMatch(name -> Regularisation.matches(pattern, name))) {
            problems.add(
                    Code.PATTERN_FITS_NOTHING,
                    group.pattern().place(),
                    group.usage().text(),
                    pattern,
                    Nearest.cure(pattern, names, "trained parameters"));
        } else if (!decays(draft, group, decay)) {
            problems.add(
                    Code.WITHOUT_EFFECT,
                    group.pattern().place(),
                    group.usage().text(),
                    "whatever it fits is in a group above or excluded from decay",
                    "Put it above that group, or remove it.");
        }
    }

    private static boolean decays(Draft draft, DecayGroupSpec group, DecaySpec decay) {
        Regularisation regularisation = new Regularisation(draft.spec());
        return draft.layers().stream()
                .anyMatch(layer -> Parameters.trained(layer).stream()
                        .filter(parameter -> regularisation.decays(decay, layer, parameter))
                        .anyMatch(parameter -> regularisation
                                .decayGroup(parameter)
                                .filter(group::equals)
                                .isPresent()));
    }
}
