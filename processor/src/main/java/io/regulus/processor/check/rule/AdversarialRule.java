package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.AdversarialSpec;

/** An attack needs an input whose values are amounts: ids have no direction to go. */
public final class AdversarialRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        if (draft.inputs().isEmpty() || !draft.inputs().stream().allMatch(draft::holdsIds)) {
            return;
        }
        draft.spec()
                .policies(AdversarialSpec.class)
                .forEach(spec -> problems.add(
                        Code.DATA_SHAPE,
                        spec.usage().place(),
                        spec.usage().text(),
                        draft.inputs().size() == 1
                                ? "'" + draft.inputs().get(0).name() + "' holds ids, which are names and no amounts"
                                : "every input holds ids, which are names and no amounts",
                        "Remove it; against learning words by heart there is @SpatialDropout behind the embedding."));
    }
}
