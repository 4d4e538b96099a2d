package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.AttentionSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.Slot;
import java.util.List;

/** Which step comes later is told within one sequence; between two it mostly means nothing. */
public final class CausalCrossAttention implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        for (FieldSpec layer : draft.layers()) {
            List<String> inputs = draft.wiring().inputs(layer);
            boolean isCross = inputs.size() > 1 && layer.op(Slot.MERGE).isEmpty();
            for (OpSpec op : layer.ops()) {
                if (isCross && op instanceof AttentionSpec attention && attention.causal()) {
                    advice.give(
                            Code.CAUSAL_CROSS_ATTENTION,
                            layer,
                            op.usage().place(),
                            op.usage().text(),
                            inputs.get(0),
                            inputs.get(1));
                }
            }
        }
    }
}
