package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.DropConnectSpec;
import io.regulus.processor.spec.FieldSpec;

/** The weights that are dropped are those of a dense or convolution kernel. */
public final class DropConnectRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec layer : draft.layers()) {
            // of what uses the weights of another layer it is told there
            if (!layer.ops().isEmpty() && layer.reuse().owner().isEmpty()) {
                layer.policies(DropConnectSpec.class).stream()
                        .filter(dropped -> draft.isInVain(
                                layer, dropped, bearer -> bearer.weighted().isPresent()))
                        .forEach(dropped -> problems.add(
                                Code.WITHOUT_EFFECT,
                                dropped.usage().place(),
                                dropped.usage().text(),
                                "'" + layer.name() + "' has no kernel of a @Dense or a convolution",
                                "Put it on one of these, or write a @Dropout."));
            }
        }
    }
}
