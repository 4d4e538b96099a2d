package io.regulus.processor.check.advice;

import io.regulus.annotations.ActivationFunction;
import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.Slot;
import java.util.Optional;

/** Two layers with nothing but numbers between them are one linear layer. */
public final class LinearLayers implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        for (FieldSpec layer : draft.layers()) {
            layer.weighted()
                    .filter(weighted -> isLinear(layer))
                    .ifPresent(weighted -> next(draft, layer)
                            .ifPresent(next -> advice.give(
                                    Code.LINEAR_LAYERS,
                                    layer,
                                    weighted.usage().place(),
                                    "@" + weighted.usage().annotation(),
                                    layer.name(),
                                    next.name())));
        }
    }

    /** Whether the field is its weights and at most a change of shape. */
    private static boolean isLinear(FieldSpec layer) {
        return layer.activation().value() == ActivationFunction.LINEAR
                && layer.ops().stream().allMatch(op -> op.slot() == Slot.LAYER || op.slot() == Slot.SHAPE);
    }

    /** A reader that starts with weights. */
    private static Optional<FieldSpec> next(Draft draft, FieldSpec layer) {
        return draft.wiring().readers(layer).stream()
                .filter(reader ->
                        reader.weighted().isPresent() && reader.op(Slot.MERGE).isEmpty())
                .findFirst();
    }
}
