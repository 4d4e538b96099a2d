package io.regulus.processor.check.features;

import io.regulus.annotations.MissingCategory;
import io.regulus.annotations.MissingNumber;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ComponentSpec;
import io.regulus.processor.spec.ComponentType;
import io.regulus.processor.spec.ComponentType.Kind;
import io.regulus.processor.spec.FeaturesSpec;
import io.regulus.processor.spec.RoleSpec;

/** The type of a component is one that its role can be read from, and that can be missing where it says what missing ones are. */
final class TypesRule implements FeaturesRule {
    @Override
    public void check(FeaturesSpec features, Problems problems) {
        for (ComponentSpec component : features.components()) {
            ComponentType type = component.type();
            if (component.role() instanceof RoleSpec.Numeric number) {
                if (!type.kind().isNumber() && type.kind() != Kind.BOOLEAN) {
                    report(
                            features,
                            component,
                            "a number is a float, double, int, long or boolean",
                            type.kind() == Kind.STRING || type.kind() == Kind.ENUM
                                    ? "Write @Categorical for names."
                                    : "Turn it into numbers first.",
                            problems);
                } else if (number.missing() != MissingNumber.REFUSE || number.flagged()) {
                    requireMissable(features, component, problems);
                }
            } else if (component.role() instanceof RoleSpec.Categorical category) {
                boolean names = type.kind() == Kind.STRING
                        || type.kind() == Kind.ENUM
                        || type.kind() == Kind.BOOLEAN
                        || type.kind().isWhole();
                if (!names) {
                    report(
                            features,
                            component,
                            "a category is a String, an enum, a boolean, an int or a long",
                            type.kind().isNumber() ? "Write @Numeric for amounts." : "Turn it into names first.",
                            problems);
                } else if (category.missing() != MissingCategory.REFUSE && !type.nullable()) {
                    report(
                            features,
                            component,
                            "such a value is never missing",
                            "Declare it as a class, such as Integer, or leave 'missing' out.",
                            problems);
                }
            } else if (component.role() instanceof RoleSpec.Label && type.kind() == Kind.OTHER) {
                report(
                        features,
                        component,
                        "a label is a number, a boolean, an enum or a String",
                        "Turn it into one of these first.",
                        problems);
            } else if (component.role() instanceof RoleSpec.Weight
                    && !type.kind().isNumber()) {
                report(features, component, "a weight is a number", "Declare it as a float.", problems);
            }
        }
    }

    /** A primitive float or double is missing where it is NaN. */
    private static void requireMissable(FeaturesSpec features, ComponentSpec component, Problems problems) {
        ComponentType type = component.type();
        if (!type.nullable() && type.kind() != Kind.FLOAT && type.kind() != Kind.DOUBLE) {
            report(
                    features,
                    component,
                    "such a value is never missing",
                    "Declare it as a class, such as Integer, or leave 'missing' and 'flagged' out.",
                    problems);
        }
    }

    private static void report(
            FeaturesSpec features, ComponentSpec component, String what, String cure, Problems problems) {
        problems.add(
                Code.COMPONENT_TYPE,
                component.role().usage().place(),
                component.role().usage().text(),
                features.type().name(),
                component.name(),
                component.type().name(),
                what,
                cure);
    }
}
