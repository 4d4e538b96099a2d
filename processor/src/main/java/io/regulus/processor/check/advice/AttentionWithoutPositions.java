package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.ActivationSpec;
import io.regulus.processor.spec.AddSpec;
import io.regulus.processor.spec.AlphaDropoutSpec;
import io.regulus.processor.spec.AttentionSpec;
import io.regulus.processor.spec.ConcatSpec;
import io.regulus.processor.spec.DenseSpec;
import io.regulus.processor.spec.DropoutSpec;
import io.regulus.processor.spec.EmbeddingSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.GaussianDropoutSpec;
import io.regulus.processor.spec.MultiplySpec;
import io.regulus.processor.spec.NormSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.TransformerBlockSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Without positions, an attention gives the same for the steps in any order. */
public final class AttentionWithoutPositions implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        Set<String> unordered = new HashSet<>();
        draft.spec().inputs().forEach(input -> unordered.add(input.name()));
        Set<String> told = new HashSet<>();
        for (FieldSpec layer : draft.wiring().order()) {
            if (!unordered.containsAll(draft.wiring().inputs(layer))) {
                continue;
            }
            // what stands behind it in the same field, as @Flatten, changes nothing for the attention itself
            List<OpSpec> alike = layer.ops().stream()
                    .takeWhile(AttentionWithoutPositions::ignoresOrder)
                    .toList();
            Optional<OpSpec> attention =
                    alike.stream().filter(AttentionWithoutPositions::attends).findFirst();
            boolean isTold = draft.wiring().inputs(layer).stream().anyMatch(told::contains);
            if (alike.size() == layer.ops().size()) {
                unordered.add(layer.name());
                if (isTold || attention.isPresent()) {
                    told.add(layer.name());
                }
            }
            // the first of several in a row is told, and what it is told holds for the others
            if (!isTold && attention.isPresent()) {
                advice.give(
                        Code.ATTENTION_WITHOUT_POSITIONS,
                        layer,
                        attention.get().usage().place(),
                        attention.get().usage().text(),
                        layer.name());
            }
        }
    }

    private static boolean attends(OpSpec op) {
        return op instanceof AttentionSpec || op instanceof TransformerBlockSpec;
    }

    /**
     * Whether it does to each step what it does to any other. Of an operation that is not named here nothing is known, so nothing
     * is said behind it; a causal attention does see the order.
     */
    private static boolean ignoresOrder(OpSpec op) {
        return (op instanceof AttentionSpec attention && !attention.causal())
                || op instanceof EmbeddingSpec
                || (op instanceof TransformerBlockSpec block && !block.causal())
                || op instanceof DenseSpec
                || op instanceof AddSpec
                || op instanceof ConcatSpec
                || op instanceof MultiplySpec
                || op instanceof NormSpec
                || op instanceof ActivationSpec
                || op instanceof DropoutSpec
                || op instanceof GaussianDropoutSpec
                || op instanceof AlphaDropoutSpec;
    }
}
