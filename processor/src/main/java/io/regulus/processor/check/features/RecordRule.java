package io.regulus.processor.check.features;

import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FeaturesSpec;
import io.regulus.processor.spec.ModelClass;
import java.util.Locale;

/** Features are a record without type parameters that generated code of its package can see. */
final class RecordRule implements FeaturesRule {
    static void reportKind(FeaturesSpec features, Problems problems) {
        ModelClass type = features.type();
        problems.add(
                Code.FEATURES_CLASS,
                features.usage().place(),
                type.name(),
                "it is a " + type.kind().name().toLowerCase(Locale.ROOT) + ", and the components of a record are read",
                "Declare it as a record.");
    }

    @Override
    public void check(FeaturesSpec features, Problems problems) {
        ModelClass type = features.type();
        if (type.isPrivate()) {
            report(
                    features,
                    "neither it nor a class around it may be private, because the generated " + features.generatedType()
                            + " refers to it",
                    "Remove 'private'.",
                    problems);
        }
        if (!type.typeParameters().isEmpty()) {
            report(
                    features,
                    "it has type parameters, and every type is known at compile time",
                    "Remove them.",
                    problems);
        }
        for (String existing : type.existingTypes()) {
            problems.add(Code.GENERATED_TYPE_EXISTS, type.place(), type.name(), existing);
        }
    }

    private static void report(FeaturesSpec features, String what, String cure, Problems problems) {
        problems.add(
                Code.FEATURES_CLASS, features.type().place(), features.type().name(), what, cure);
    }
}
