package io.regulus.processor.check.features;

import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ComponentSpec;
import io.regulus.processor.spec.FeaturesSpec;
import io.regulus.processor.spec.RoleSpec;
import java.util.List;

/** A row has one weight. */
final class WeightRule implements FeaturesRule {
    @Override
    public void check(FeaturesSpec features, Problems problems) {
        List<ComponentSpec> weights = features.components().stream()
                .filter(component -> component.role() instanceof RoleSpec.Weight)
                .toList();
        weights.stream()
                .skip(1)
                .forEach(other -> problems.add(
                        Code.COMPONENT_ROLE,
                        other.role().usage().place(),
                        features.type().name(),
                        other.name(),
                        "'" + weights.get(0).name() + "' is the weight of a row already",
                        "Keep one of them, or multiply them before."));
    }
}
