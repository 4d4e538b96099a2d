package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.ValidField;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.ConvolutionSpec;
import io.regulus.processor.spec.DenseSpec;

/** Where no product is large, converting to 16 bits and back costs what computing in them saves. */
public final class SmallMixedPrecision implements AdviceRule {
    /** Inputs and units of the smallest matrix product that gains. */
    private static final int WIDE = 512;

    @Override
    public void check(Draft draft, Advice advice) {
        draft.spec()
                .mixedPrecision()
                .filter(mixed -> draft.layers().stream()
                        .flatMap(layer -> draft.shaped(layer).stream())
                        .flatMap(layer -> layer.steps().stream())
                        .noneMatch(SmallMixedPrecision::gains))
                .ifPresent(mixed -> advice.give(Code.SMALL_MIXED_PRECISION, mixed.place(), mixed.text(), WIDE));
    }

    private static boolean gains(ValidField.Step step) {
        return step.op() instanceof ConvolutionSpec
                || (step.op() instanceof DenseSpec dense
                        && dense.units().value() >= WIDE
                        && step.input().size() >= WIDE);
    }
}
