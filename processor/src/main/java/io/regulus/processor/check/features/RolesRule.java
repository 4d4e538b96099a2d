package io.regulus.processor.check.features;

import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ComponentSpec;
import io.regulus.processor.spec.FeaturesSpec;
import io.regulus.processor.spec.Place;

/** Every component has one role. The first rule: the others look at the role. */
final class RolesRule {
    private RolesRule() {}

    /** Whether it holds. */
    static boolean check(FeaturesSpec features, Problems problems) {
        for (ComponentSpec component : features.components()) {
            int roles = component.roles().size();
            if (roles == 0) {
                report(
                        features,
                        component,
                        component.place(),
                        "nothing says what it is to a network",
                        "Write @Numeric, @Categorical, @Label or @RowWeight on it, or @Ignored.",
                        problems);
            } else if (roles > 1) {
                report(
                        features,
                        component,
                        component.roles().get(1).usage().place(),
                        component.roles().get(1).usage().text() + " stands beside "
                                + component.role().usage().text(),
                        "Keep one of them.",
                        problems);
            }
        }
        return features.components().stream()
                .allMatch(component -> component.roles().size() == 1);
    }

    private static void report(
            FeaturesSpec features, ComponentSpec component, Place place, String what, String cure, Problems problems) {
        problems.add(Code.COMPONENT_ROLE, place, features.type().name(), component.name(), what, cure);
    }
}
