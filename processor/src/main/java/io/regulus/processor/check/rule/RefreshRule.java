package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Parameter;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.MovingAverageSpec;

/** Statistics are refreshed where there are any. */
public final class RefreshRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        boolean none = draft.layers().stream()
                .flatMap(layer -> Parameters.of(layer).stream())
                .noneMatch(parameter -> parameter.role() == Parameter.Role.STATISTIC);
        draft.spec().policies(MovingAverageSpec.class).stream()
                .filter(average -> none && average.refreshStatistics().value())
                .forEach(average -> problems.add(
                        Code.WITHOUT_EFFECT,
                        average.refreshStatistics().place(),
                        average.usage().text(),
                        "no layer has a batch norm whose statistics could be refreshed",
                        "Remove refreshStatistics."));
    }
}
