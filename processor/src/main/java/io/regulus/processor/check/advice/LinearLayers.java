package io.regulus.processor.check.advice;

import io.regulus.annotations.ActivationFunction;
import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.Slot;
import java.util.Optional;

/** Two layers with nothing but numbers between them are one linear layer. */
public final class LinearLayers implements AdviceRule {
    /** The usual cure. */
    static final String ACTIVATION = "Write an activation such as RELU.";

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
                                    next.name(),
                                    cure(draft, layer, next))));
        }
    }

    /** Two outputs one below the other: the second one is hardly meant to read the first. */
    private static String cure(Draft draft, FieldSpec layer, FieldSpec next) {
        return draft.isOutput(layer) && draft.isOutput(next)
                ? "Write @From(\"" + draft.wiring().inputs(layer).get(0) + "\") on '" + next.name()
                        + "' if it should read what '" + layer.name() + "' reads."
                : ACTIVATION;
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
