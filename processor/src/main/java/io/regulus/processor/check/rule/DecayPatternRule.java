package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Parameter;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.check.Regularisation;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Nearest;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.OptimizerSpec;
import java.util.List;

/** Every pattern of parameters that do not decay fits at least one. */
public final class DecayPatternRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        List<String> names = draft.layers().stream()
                .flatMap(layer -> Parameters.trained(layer).stream())
                .map(Parameter::name)
                .toList();
        for (OptimizerSpec optimizer : draft.spec().optimizers()) {
            optimizer.decay().stream()
                    .flatMap(decay -> decay.exclude().stream())
                    .filter(pattern -> names.stream().noneMatch(name -> Regularisation.matches(pattern.value(), name)))
                    .forEach(pattern -> problems.add(
                            Code.PATTERN_FITS_NOTHING,
                            pattern.place(),
                            optimizer.usage().text(),
                            pattern.value(),
                            Nearest.cure(pattern.value(), names, "trained parameters")));
        }
    }
}
