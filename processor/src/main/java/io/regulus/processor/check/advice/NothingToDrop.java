package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.NoiseSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.PolicySpec;
import io.regulus.processor.spec.RDropSpec;
import java.util.Locale;

/** Two runs that nothing tells apart give the same twice. */
public final class NothingToDrop implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        boolean draws = draft.layers().stream()
                .anyMatch(layer -> layer.ops().stream().anyMatch(NothingToDrop::draws)
                        || layer.policies().stream().anyMatch(NothingToDrop::drops));
        if (!draws) {
            draft.spec()
                    .policies(RDropSpec.class)
                    .forEach(spec -> advice.give(
                            Code.NOTHING_TO_DROP,
                            spec.usage().place(),
                            spec.usage().text()));
        }
    }

    /** Noises, and layers with a rate of dropout of their own. */
    private static boolean draws(OpSpec op) {
        return op instanceof NoiseSpec
                || op.usage().numbers().stream()
                        .anyMatch(number -> number.value() > 0
                                && number.element().toLowerCase(Locale.ROOT).endsWith("dropout"));
    }

    private static boolean drops(PolicySpec policy) {
        return policy.usage().annotation().startsWith("Drop");
    }
}
