package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ModelClass;

/** No layers stand in a supertype, where their place in the order could not be told. */
public final class InheritedLayersRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        ModelClass type = draft.spec().type();
        for (String layer : type.inheritedLayers()) {
            problems.add(Code.INHERITED_LAYERS, type.place(), type.name(), layer, type.name());
        }
    }
}
