package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Parameter;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.FreezeSpec;
import io.regulus.processor.spec.Usage;
import java.util.List;

/** What is frozen has weights, none of which is to change; and something is left to train. */
public final class FreezeRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        List<FieldSpec> frozen =
                draft.layers().stream().filter(FieldSpec::isFrozen).toList();
        frozen.stream()
                .filter(layer -> layer.reuse().owner().isEmpty())
                .forEach(layer -> check(draft, layer, problems));
        boolean somethingIsFrozen = frozen.stream().anyMatch(FreezeRule::hasWeights);
        if (somethingIsFrozen
                && draft.layers().stream()
                        .allMatch(layer -> Parameters.trained(layer).isEmpty())) {
            problems.add(Code.ALL_FROZEN, freeze(frozen.get(0)).place());
        }
    }

    private static void check(Draft draft, FieldSpec layer, Problems problems) {
        FreezeSpec spec = layer.policies(FreezeSpec.class).get(0);
        Usage freeze = spec.usage();
        // a field without any operation is reported as such
        if (!layer.ops().isEmpty() && draft.isInVain(layer, spec, FreezeRule::hasWeights)) {
            problems.add(
                    Code.WITHOUT_EFFECT,
                    freeze.place(),
                    freeze.text(),
                    "'" + layer.name() + "' has no weights",
                    "Put it on a layer that has some, or remove it.");
        }
        layer.penalties()
                .forEach(penalty -> problems.add(
                        Code.WITHOUT_EFFECT,
                        penalty.usage().place(),
                        penalty.usage().text(),
                        "'" + layer.name() + "' is frozen, so no penalty changes its weights",
                        "Remove one of the two."));
    }

    private static boolean hasWeights(FieldSpec layer) {
        return Parameters.of(layer).stream().map(Parameter::role).anyMatch(Parameter.Role::isTrained);
    }

    private static Usage freeze(FieldSpec layer) {
        return layer.policies(FreezeSpec.class).get(0).usage();
    }
}
