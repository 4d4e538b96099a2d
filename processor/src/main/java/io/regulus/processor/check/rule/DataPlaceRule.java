package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.DataSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.PolicySpec;

/** What happens to an input stands on the input; rows are mixed where there is one input, so that nothing of them is left out. */
public final class DataPlaceRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        if (draft.spec().networkInput().isEmpty() && !draft.inputs().isEmpty()) {
            String name = draft.inputs().get(0).name();
            for (DataSpec spec : PolicySpec.of(DataSpec.class, draft.spec().policies())) {
                report(spec, "the inputs of this class are fields", "Put it on '" + name + "'.", problems);
            }
        }
        for (FieldSpec field : draft.spec().fields()) {
            for (DataSpec spec : field.policies(DataSpec.class)) {
                if (field.input().isEmpty()) {
                    report(
                            spec,
                            "'" + field.name() + "' is no input",
                            "Put it on the @Input field, or on the class where @Network declares the input.",
                            problems);
                } else if (spec.mixes() && draft.inputs().size() > 1) {
                    report(
                            spec,
                            "it would mix '" + field.name() + "' and leave the other inputs of a row as they are",
                            "Leave it out, or make one input of them.",
                            problems);
                }
            }
        }
    }

    private static void report(DataSpec spec, String what, String cure, Problems problems) {
        problems.add(Code.DATA_PLACE, spec.usage().place(), spec.usage().text(), what, cure);
    }
}
