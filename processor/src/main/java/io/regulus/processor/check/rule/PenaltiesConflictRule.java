package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.PenaltySpec;
import java.util.List;

/** {@code @ElasticNet} is both penalties, so neither stands beside it. */
public final class PenaltiesConflictRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        check(draft.spec().penalties(), problems);
        draft.layers().forEach(layer -> {
            check(layer.penalties(), problems);
            layer.reuse().inlining().ifPresent(inlining -> check(inlining.penalties(), problems));
        });
    }

    private static void check(List<PenaltySpec> penalties, Problems problems) {
        penalties.stream()
                .filter(penalty -> penalty.kind() == PenaltySpec.Kind.ELASTIC_NET)
                .findFirst()
                .ifPresent(both -> penalties.stream()
                        .filter(penalty -> !penalty.equals(both))
                        .forEach(penalty -> problems.add(
                                Code.PENALTIES_CONFLICT,
                                penalty.usage().place(),
                                penalty.usage().text(),
                                both.usage().text())));
    }
}
