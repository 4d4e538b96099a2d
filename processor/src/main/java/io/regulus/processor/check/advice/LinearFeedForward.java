package io.regulus.processor.check.advice;

import io.regulus.annotations.ActivationFunction;
import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.TransformerBlockSpec;

/** The two dense layers of a block are one linear layer where nothing bends between them. */
public final class LinearFeedForward implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        for (FieldSpec layer : draft.layers()) {
            for (OpSpec op : layer.ops()) {
                if (op instanceof TransformerBlockSpec block
                        && block.activation().value() == ActivationFunction.LINEAR) {
                    advice.give(
                            Code.LINEAR_LAYERS,
                            layer,
                            block.activation().place(),
                            "The first dense layer of @TransformerBlock",
                            layer.name(),
                            layer.name(),
                            LinearLayers.ACTIVATION);
                }
            }
        }
    }
}
