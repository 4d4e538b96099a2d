package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.Conv1DSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.OpSpec;

/** A causal convolution has its own padding. */
public final class CausalPaddingRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec field : draft.layers()) {
            for (OpSpec op : field.ops()) {
                if (op instanceof Conv1DSpec convolution
                        && convolution.causal()
                        && convolution.ends().explicit()) {
                    problems.add(
                            Code.WITHOUT_EFFECT,
                            convolution.ends().place(),
                            op.usage().text(),
                            "a causal convolution has zeros before the first step and none after the last, so padding is"
                                    + " not read",
                            "Leave out padding, or causal.");
                }
            }
        }
    }
}
