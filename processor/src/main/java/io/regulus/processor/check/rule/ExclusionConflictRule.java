package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.PenaltySpec;
import io.regulus.processor.spec.Usage;
import java.util.List;
import java.util.Optional;

/** What is excluded from decay is not penalised in the same place. */
public final class ExclusionConflictRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        check("class", draft.spec().exclude(), draft.spec().penalties(), problems);
        draft.layers().forEach(layer -> {
            check("layer", layer.exclude(), layer.penalties(), problems);
            layer.reuse().inlining().ifPresent(block -> check("block", block.exclude(), block.penalties(), problems));
        });
    }

    private static void check(String where, Optional<Usage> exclude, List<PenaltySpec> penalties, Problems problems) {
        if (exclude.isPresent()) {
            penalties.forEach(penalty -> problems.add(
                    Code.EXCLUDE_AND_PENALTY,
                    penalty.usage().place(),
                    penalty.usage().text(),
                    where));
        }
    }
}
