package io.regulus.processor.check.features;

import io.regulus.processor.check.rule.RangeRule;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FeaturesSpec;

/** Every number lies in the range that its annotation element states. */
final class NumbersRule implements FeaturesRule {
    @Override
    public void check(FeaturesSpec features, Problems problems) {
        features.components()
                .forEach(component -> RangeRule.check(component.role().usage(), problems));
    }
}
