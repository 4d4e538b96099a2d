package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.AlphaDropoutSpec;
import io.regulus.processor.spec.DropPathSpec;
import io.regulus.processor.spec.OpSpec;

/** A high p is often meant as the probability of keeping. */
public final class StrongDropout implements AdviceRule {
    private static final double STRONG = 0.7;

    @Override
    public void check(Draft draft, Advice advice) {
        Dropouts.forEach(
                draft,
                StrongDropout::drops,
                (field, dropout) -> dropout.numbers().stream()
                        .filter(p -> p.inRange() && p.value() >= STRONG)
                        .forEach(p -> advice.give(
                                Code.STRONG_DROPOUT, field, p.place(), dropout.text(), Math.round(100 * p.value()))));
    }

    private static boolean drops(OpSpec op) {
        return Dropouts.dropsValues(op) || op instanceof AlphaDropoutSpec || op instanceof DropPathSpec;
    }
}
