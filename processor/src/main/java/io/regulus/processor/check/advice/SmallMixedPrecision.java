package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.ValidField.Step;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.DenseSpec;
import io.regulus.processor.spec.EmbeddingSpec;
import io.regulus.processor.spec.MultiHeadAttentionSpec;
import io.regulus.processor.spec.RecurrentSpec;
import io.regulus.processor.spec.Slot;
import io.regulus.processor.spec.TransformerBlockSpec;

/** Where no product is large, converting to 16 bits and back costs what computing in them saves. */
public final class SmallMixedPrecision implements AdviceRule {
    /** Inputs and outputs of the smallest kernel that gains. */
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

    private static boolean gains(Step step) {
        if (step.op() instanceof DenseSpec dense) {
            return isWide(
                    step.input().isSequence()
                            ? step.input().channels()
                            : step.input().size(),
                    dense.units().value());
        }
        if (step.op() instanceof MultiHeadAttentionSpec attention) {
            return gains(attention, step);
        }
        if (step.op() instanceof TransformerBlockSpec block) {
            return gains(block, step);
        }
        // a loop goes over small products one after the other: 512 units took a fifth longer in 16 bits
        boolean gainsNothing = step.op() instanceof EmbeddingSpec || step.op() instanceof RecurrentSpec;
        // convolutions, and whatever else there will be: advice that is not sure is not given
        return step.op().slot() == Slot.LAYER && !gainsNothing;
    }

    private static boolean gains(MultiHeadAttentionSpec attention, Step step) {
        int query = step.input().channels();
        int value = step.inputs().get(step.inputs().size() - 1).channels();
        long heads = attention.heads().value();
        long keys = heads * attention.keyDim().value();
        long values = heads * attention.headValues();
        return isWide(query, keys)
                || isWide(value, keys)
                || isWide(value, values)
                || isWide(values, attention.outputs(query));
    }

    private static boolean gains(TransformerBlockSpec block, Step step) {
        int features = step.input().channels();
        return isWide(features, (long) block.heads().value() * block.keyDim().value())
                || isWide(features, block.feedForward().value());
    }

    private static boolean isWide(long inputs, long outputs) {
        return inputs >= WIDE && outputs >= WIDE;
    }
}
