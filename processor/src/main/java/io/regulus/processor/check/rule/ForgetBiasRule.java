package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.RecurrentSpec;

/** The bias of a forget gate starts somewhere only where there is a bias. */
public final class ForgetBiasRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec field : draft.layers()) {
            Parameters.recurrent(field)
                    .filter(layer -> layer.kind() == RecurrentSpec.Kind.LSTM
                            && !layer.useBias()
                            && layer.variant().explicit())
                    .ifPresent(layer -> problems.add(
                            Code.WITHOUT_EFFECT,
                            layer.variant().place(),
                            layer.usage().text(),
                            "unitForgetBias says where a bias starts, and useBias = false leaves the layer without one",
                            "Leave out unitForgetBias, or useBias."));
        }
    }
}
