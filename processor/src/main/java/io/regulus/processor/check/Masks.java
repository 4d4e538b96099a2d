package io.regulus.processor.check;

import io.regulus.processor.spec.EmbeddingSpec;
import io.regulus.processor.spec.Slot;
import java.util.List;
import java.util.Optional;

/**
 * How far the mask of an embedding reaches. A mask is known by the input whose ids it is made of: the steps where they are 0.
 * It holds for as long as the steps are kept apart, and behind a merge where all that merge have the same one.
 */
public final class Masks {
    private Masks() {}

    /**
     * The mask behind an operation.
     *
     * @param step the operation, with the masks before it
     * @param read name of what its layer reads
     */
    public static Optional<String> behind(ValidField.Step step, String read) {
        if (step.op() instanceof EmbeddingSpec embedding) {
            return embedding.maskZero().value() ? Optional.of(read) : Optional.empty();
        }
        Optional<String> first = step.masks().get(0);
        boolean merged = step.op().slot() != Slot.MERGE || step.masks().stream().allMatch(first::equals);
        return merged && step.op().keepsSteps() && sameSteps(step) ? first : Optional.empty();
    }

    private static boolean sameSteps(ValidField.Step step) {
        List<Integer> before = step.input().dims();
        return step.output().isSequence() && step.output().dims().get(0).equals(before.get(0));
    }
}
