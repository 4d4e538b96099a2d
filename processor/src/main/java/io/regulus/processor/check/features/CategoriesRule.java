package io.regulus.processor.check.features;

import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ComponentSpec;
import io.regulus.processor.spec.FeaturesSpec;
import io.regulus.processor.spec.Place;
import io.regulus.processor.spec.RoleSpec;
import io.regulus.processor.spec.Written;
import java.util.HashSet;
import java.util.Set;

/** Listed categories are different, are not listed where the type lists them, and leave nothing to a size. */
final class CategoriesRule implements FeaturesRule {
    @Override
    public void check(FeaturesSpec features, Problems problems) {
        for (ComponentSpec component : features.components()) {
            if (component.role() instanceof RoleSpec.Categorical category) {
                check(features, component, category, problems);
            }
        }
    }

    private static void check(
            FeaturesSpec features, ComponentSpec component, RoleSpec.Categorical category, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (Written<String> name : category.listed()) {
            if (name.value().isEmpty() || !seen.add(name.value())) {
                report(
                        features,
                        component,
                        name.place(),
                        name.value().isEmpty()
                                ? "an empty name is a missing category"
                                : "the category \"" + name.value() + "\" is listed twice",
                        "List every category once.",
                        problems);
            }
        }
        boolean typeLists = !component.type().names().isEmpty();
        if (typeLists && !category.listed().isEmpty()) {
            report(
                    features,
                    component,
                    category.usage().place(),
                    "its type says what the categories are: " + component.type().names(),
                    "Leave the list out, or declare it as a String.",
                    problems);
        }
        if (category.size().explicit() && (typeLists || !category.listed().isEmpty())) {
            report(
                    features,
                    component,
                    category.size().place(),
                    "it has " + category.places(component.type()) + " categories, whatever 'size' says",
                    "Leave 'size' out.",
                    problems);
        }
    }

    private static void report(
            FeaturesSpec features, ComponentSpec component, Place place, String what, String cure, Problems problems) {
        problems.add(Code.COMPONENT_ROLE, place, features.type().name(), component.name(), what, cure);
    }
}
