package io.regulus.processor.check.features;

import io.regulus.processor.problem.Problem;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FeaturesSpec;
import io.regulus.processor.spec.ModelClass;
import java.util.List;

/** Checks a record against every rule at once. */
public final class FeaturesChecker {
    private static final List<FeaturesRule> RULES = List.of(
            new RecordRule(),
            new ColumnsRule(),
            new NumbersRule(),
            new TypesRule(),
            new CategoriesRule(),
            new WeightRule());

    private FeaturesChecker() {}

    /** What is wrong with a record; nothing where it can be used. */
    public static List<Problem> check(FeaturesSpec features) {
        Problems problems = new Problems();
        if (features.type().kind() != ModelClass.Kind.RECORD) {
            RecordRule.reportKind(features, problems);
            return problems.report();
        }
        if (!RolesRule.check(features, problems)) {
            // without its role nothing can be said of a component
            new RecordRule().check(features, problems);
            return problems.report();
        }
        RULES.forEach(rule -> rule.check(features, problems));
        return problems.report();
    }
}
