package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ActivityRegularizationSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.Slot;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A penalty on activities has a coefficient, and weights before it that can make the activities smaller. */
public final class ActivityPenaltyRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec layer : draft.layers()) {
            layer.op(Slot.ACTIVITY)
                    .map(ActivityRegularizationSpec.class::cast)
                    .ifPresent(penalty -> check(draft, layer, penalty, problems));
        }
    }

    private static void check(Draft draft, FieldSpec layer, ActivityRegularizationSpec penalty, Problems problems) {
        // a coefficient of 0 that is written can be tuned
        if (penalty.usage().numbers().stream().noneMatch(NumberUse::explicit)) {
            report(penalty, "both of its coefficients are 0", "Write l1 = 1e-4 for sparse activities.", problems);
        } else if (!isTrained(draft, layer, new HashSet<>())) {
            String nothing = "no weights that are trained stand before the output of '" + layer.name() + "'";
            report(penalty, nothing, "Put it on a layer with weights or behind one, or remove it.", problems);
        }
    }

    /** Whether weights of a layer or of one before it are trained; there may be circles, which are reported elsewhere. */
    private static boolean isTrained(Draft draft, FieldSpec layer, Set<String> seen) {
        return !Parameters.trained(layer).isEmpty()
                || draft.wiring().inputs(layer).stream()
                        .filter(seen::add)
                        .map(draft::layer)
                        .flatMap(Optional::stream)
                        .anyMatch(before -> isTrained(draft, before, seen));
    }

    private static void report(ActivityRegularizationSpec penalty, String why, String cure, Problems problems) {
        problems.add(
                Code.WITHOUT_EFFECT, penalty.usage().place(), penalty.usage().text(), why, cure);
    }
}
