package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.RateFactorSpec;

/** A factor of the learning rate stands on a layer that is trained. */
public final class RateFactorRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec layer : draft.layers()) {
            // A field without any operation is reported as such.
            if (!layer.ops().isEmpty()) {
                layer.policies(RateFactorSpec.class).stream()
                        .filter(factor -> draft.isInVain(layer, factor, RateFactorRule::isTrained))
                        .forEach(factor -> problems.add(
                                Code.WITHOUT_EFFECT,
                                factor.usage().place(),
                                factor.usage().text(),
                                "'" + layer.name() + "' has no trained parameter",
                                "Put it on the layer whose weights are meant, or remove it."));
            }
        }
    }

    private static boolean isTrained(FieldSpec layer) {
        return !Parameters.trained(layer).isEmpty();
    }
}
