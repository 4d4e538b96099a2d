package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;

/** An exclusion from decay takes out at least one parameter. */
public final class ExclusionTargetRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec layer : draft.layers()) {
            // A field without any operation is reported as such.
            if (!layer.ops().isEmpty() && Parameters.trained(layer).isEmpty()) {
                layer.exclude()
                        .ifPresent(exclude ->
                                problems.add(Code.EXCLUDE_NOTHING, exclude.place(), "'" + layer.name() + "'"));
            }
        }
        boolean hasOperations =
                draft.layers().stream().anyMatch(layer -> !layer.ops().isEmpty());
        if (hasOperations
                && draft.layers().stream()
                        .allMatch(layer -> Parameters.trained(layer).isEmpty())) {
            draft.spec()
                    .exclude()
                    .ifPresent(exclude -> problems.add(Code.EXCLUDE_NOTHING, exclude.place(), "the network"));
        }
    }
}
