package io.regulus.processor.check.advice;

import io.regulus.annotations.Interval;
import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.DecayGroupSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.NetworkSpec;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.OptimizerSpec;
import io.regulus.processor.spec.PenaltySpec;
import io.regulus.processor.spec.Usage;
import java.util.stream.Stream;

/** Coefficients far from the usual are mostly a slip of a digit. */
public final class UnusualCoefficient implements AdviceRule {
    private static final Interval USUAL = Interval.parse("[1e-6, 1e-1]");

    @Override
    public void check(Draft draft, Advice advice) {
        NetworkSpec spec = draft.spec();
        for (PenaltySpec penalty : spec.penalties()) {
            unusual(penalty.usage())
                    .forEach(number ->
                            advice.give(Code.UNUSUAL_COEFFICIENT, number.place(), details(penalty.usage(), number)));
        }
        for (FieldSpec layer : draft.layers()) {
            for (PenaltySpec penalty : layer.penalties()) {
                unusual(penalty.usage())
                        .forEach(number -> advice.give(
                                Code.UNUSUAL_COEFFICIENT, layer, number.place(), details(penalty.usage(), number)));
            }
        }
        for (OptimizerSpec optimizer : spec.optimizers()) {
            unusual(optimizer.usage())
                    .filter(number -> number.element().equals("weightDecay"))
                    .forEach(number ->
                            advice.give(Code.UNUSUAL_COEFFICIENT, number.place(), details(optimizer.usage(), number)));
        }
        ofGroups(spec, advice);
    }

    private static void ofGroups(NetworkSpec spec, Advice advice) {
        for (DecayGroupSpec group : spec.policies(DecayGroupSpec.class)) {
            unusual(group.usage())
                    .forEach(number ->
                            advice.give(Code.UNUSUAL_COEFFICIENT, number.place(), details(group.usage(), number)));
        }
    }

    /** Every number of a penalty is a coefficient. Zero is not unusual: it keeps the penalty tunable. */
    private static Stream<NumberUse> unusual(Usage usage) {
        return usage.numbers().stream()
                .filter(NumberUse::inRange)
                .filter(number -> number.value() != 0 && !USUAL.contains(number.value()));
    }

    private static Object[] details(Usage usage, NumberUse number) {
        return new Object[] {usage.text(), number.element(), number.text()};
    }
}
