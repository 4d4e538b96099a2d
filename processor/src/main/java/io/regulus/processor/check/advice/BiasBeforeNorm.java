package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.ValidField;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.BatchNormSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.GroupNormSpec;
import io.regulus.processor.spec.InstanceNormSpec;
import io.regulus.processor.spec.OpSpec;

/**
 * A bias has no effect before a norm that takes the mean of each channel by itself. One that takes it over several channels leaves
 * the differences between their biases.
 */
public final class BiasBeforeNorm implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        for (FieldSpec layer : draft.layers()) {
            draft.shaped(layer).stream()
                    .flatMap(field -> field.steps().stream())
                    .filter(BiasBeforeNorm::centresChannels)
                    .forEach(norm -> check(layer, norm.op(), advice));
        }
    }

    private static void check(FieldSpec layer, OpSpec norm, Advice advice) {
        layer.weighted()
                .filter(weighted ->
                        weighted.useBias().explicit() && weighted.useBias().value())
                .ifPresent(weighted -> advice.give(
                        Code.BIAS_BEFORE_NORM,
                        layer,
                        weighted.useBias().place(),
                        weighted.usage().text(),
                        norm.usage().text()));
    }

    private static boolean centresChannels(ValidField.Step step) {
        return step.op() instanceof BatchNormSpec
                || step.op() instanceof InstanceNormSpec
                || (step.op() instanceof GroupNormSpec norm
                        && norm.groups().value() == step.input().channels());
    }
}
