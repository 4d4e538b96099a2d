package io.regulus.processor.check.rule;

import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ModelClass;
import io.regulus.processor.spec.NetworkSpec;
import java.util.Locale;

/** A model is a class or an interface. The first rule: what breaks it is not looked at any further. */
public final class KindRule {
    private KindRule() {}

    /** Whether a type of this kind can hold layers as fields. */
    public static boolean isModel(ModelClass.Kind kind) {
        return kind == ModelClass.Kind.CLASS || kind == ModelClass.Kind.INTERFACE;
    }

    /** Reports a type that cannot. */
    public static void report(NetworkSpec spec, Problems problems) {
        ModelClass type = spec.type();
        problems.add(
                Code.NOT_A_CLASS, spec.network().place(), type.kind().name().toLowerCase(Locale.ROOT), type.name());
    }
}
