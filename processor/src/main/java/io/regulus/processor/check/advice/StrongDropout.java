package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.AlphaDropoutSpec;
import io.regulus.processor.spec.DropConnectSpec;
import io.regulus.processor.spec.DropPathSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.Usage;

/** A high p is often meant as the probability of keeping. */
public final class StrongDropout implements AdviceRule {
    private static final double STRONG = 0.7;

    @Override
    public void check(Draft draft, Advice advice) {
        Dropouts.forEach(draft, StrongDropout::drops, (field, dropout) -> check(field, dropout, advice));
        for (FieldSpec layer : draft.layers()) {
            // what uses the weights of another layer says nothing of its own
            if (layer.reuse().owner().isEmpty()) {
                layer.policies(DropConnectSpec.class).forEach(dropped -> check(layer, dropped.usage(), advice));
            }
        }
    }

    private static void check(FieldSpec field, Usage dropout, Advice advice) {
        dropout.numbers().stream()
                .filter(p -> p.inRange() && p.value() >= STRONG)
                .forEach(p -> advice.give(
                        Code.STRONG_DROPOUT, field, p.place(), dropout.text(), Math.round(100 * p.value())));
    }

    private static boolean drops(OpSpec op) {
        return Dropouts.dropsValues(op) || op instanceof AlphaDropoutSpec || op instanceof DropPathSpec;
    }
}
