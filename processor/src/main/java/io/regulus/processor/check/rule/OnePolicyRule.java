package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.PolicySpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Of policies that exclude each other there is one on the class, and one on a field. */
public final class OnePolicyRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        check(draft.spec().policies(), problems);
        draft.spec().fields().forEach(field -> check(field.policies(), problems));
    }

    private static void check(List<PolicySpec> policies, Problems problems) {
        Map<String, PolicySpec> seen = new HashMap<>();
        for (PolicySpec policy : policies) {
            policy.oneOf().ifPresent(what -> {
                PolicySpec first = seen.putIfAbsent(what, policy);
                if (first != null) {
                    problems.add(
                            Code.SEVERAL_POLICIES,
                            policy.usage().place(),
                            policy.usage().text(),
                            what,
                            first.usage().text());
                }
            });
        }
    }
}
