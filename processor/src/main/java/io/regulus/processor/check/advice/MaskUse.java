package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.ValidField;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.EmbeddingSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.OpSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A mask that was asked for reaches a layer that leaves masked steps out. */
public final class MaskUse implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        for (FieldSpec layer : draft.layers()) {
            for (OpSpec op : layer.ops()) {
                if (op instanceof EmbeddingSpec embedding
                        && embedding.maskZero().value()
                        && draft.shaped(layer).isPresent()
                        && !isUsed(draft, draft.wiring().inputs(layer).get(0))) {
                    unused(draft, layer, embedding, advice);
                }
            }
        }
    }

    private static boolean isUsed(Draft draft, String mask) {
        return steps(draft)
                .anyMatch(step ->
                        step.masks().stream().limit(step.op().maskedInputs()).anyMatch(Optional.of(mask)::equals));
    }

    private static Stream<ValidField.Step> steps(Draft draft) {
        return draft.layers().stream()
                .flatMap(layer -> draft.shaped(layer).stream())
                .flatMap(field -> field.steps().stream());
    }

    /** Where the mask ends at a merge, that is the reason to tell. */
    private static void unused(Draft draft, FieldSpec embedded, EmbeddingSpec embedding, Advice advice) {
        String mask = draft.wiring().inputs(embedded).get(0);
        for (FieldSpec layer : draft.wiring().order()) {
            Optional<ValidField.Step> first =
                    draft.shaped(layer).flatMap(field -> field.steps().stream().findFirst());
            if (first.isPresent() && first.get().masks().size() > 1) {
                List<Optional<String>> masks = first.get().masks();
                int with = masks.indexOf(Optional.of(mask));
                int without = first(masks, mask);
                if (with >= 0 && without >= 0) {
                    List<String> names = draft.wiring().inputs(layer);
                    advice.give(
                            Code.MASK_LOST,
                            layer,
                            first.get().op().usage().place(),
                            first.get().op().usage().text(),
                            mask,
                            names.get(with),
                            names.get(without),
                            layer.name());
                    return;
                }
            }
        }
        advice.give(
                Code.MASK_UNUSED,
                embedded,
                embedding.maskZero().place(),
                embedding.usage().text());
    }

    /** The first that has another mask or none. */
    private static int first(List<Optional<String>> masks, String mask) {
        for (int i = 0; i < masks.size(); i++) {
            if (!masks.get(i).equals(Optional.of(mask))) {
                return i;
            }
        }
        return -1;
    }
}
