package io.regulus.processor.check.rule;

import io.regulus.annotations.ActivationFunction;
import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ActivationSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.OpSpec;

/** A negative slope is written for a leaky ReLU only. */
public final class SlopeRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec field : draft.layers()) {
            for (OpSpec op : field.ops()) {
                if (op instanceof ActivationSpec step
                        && step.negativeSlope().explicit()
                        && step.function() != ActivationFunction.LEAKY_RELU) {
                    problems.add(
                            Code.WITHOUT_EFFECT,
                            step.negativeSlope().place(),
                            step.usage().text(),
                            "negativeSlope is of LEAKY_RELU alone, and here is " + step.function(),
                            "Write LEAKY_RELU, or leave negativeSlope out.");
                }
            }
        }
    }
}
