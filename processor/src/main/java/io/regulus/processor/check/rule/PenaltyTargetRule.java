package io.regulus.processor.check.rule;

import io.regulus.annotations.On;
import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.PenaltySpec;
import io.regulus.processor.spec.Slot;
import java.util.List;

/** A penalty falls on at least one parameter. */
public final class PenaltyTargetRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec layer : draft.layers()) {
            // A field without any operation, and one that is frozen, is reported as such.
            if (!layer.ops().isEmpty() && !layer.isFrozen()) {
                layer.penalties()
                        .forEach(penalty -> check(
                                penalty,
                                List.of(layer),
                                "'" + layer.name() + "' has no " + word(penalty.on()),
                                problems));
            }
        }
        if (draft.layers().stream().anyMatch(layer -> !layer.ops().isEmpty())) {
            draft.spec()
                    .penalties()
                    .forEach(penalty -> check(
                            penalty,
                            draft.layers(),
                            "no layer has " + article(penalty.on()) + word(penalty.on()),
                            problems));
        }
    }

    private static void check(PenaltySpec penalty, List<FieldSpec> layers, String verdict, Problems problems) {
        boolean falls = layers.stream()
                .flatMap(layer -> Parameters.of(layer).stream())
                .anyMatch(parameter -> parameter.isIn(penalty.on()));
        if (!falls) {
            problems.add(
                    Code.PENALTY_ON_NOTHING,
                    penalty.usage().place(),
                    penalty.usage().text(),
                    verdict,
                    cure(penalty.on(), layers));
        }
    }

    private static String article(On on) {
        return on == On.EMBEDDING ? "an " : "a ";
    }

    private static String word(On on) {
        return switch (on) {
            case KERNEL -> "kernel";
            case RECURRENT_KERNEL -> "recurrent kernel";
            case EMBEDDING -> "embedding";
            case BIAS -> "bias";
            case ALL -> "trained parameter";
        };
    }

    private static String cure(On on, List<FieldSpec> layers) {
        boolean hasNorm = layers.stream().anyMatch(layer -> layer.op(Slot.NORM).isPresent());
        if (on == On.BIAS && hasNorm) {
            return "The shift of its norm stands in for the bias; remove the penalty.";
        }
        if (on == On.KERNEL && hasNorm) {
            return "Write on = ALL to penalise the norm's scale and shift, or remove the penalty.";
        }
        if (on == On.KERNEL
                && layers.stream()
                        .flatMap(layer -> Parameters.of(layer).stream())
                        .anyMatch(parameter -> parameter.isIn(On.EMBEDDING))) {
            return "Write on = EMBEDDING to penalise the table, or remove the penalty.";
        }
        return switch (on) {
            case RECURRENT_KERNEL -> "Put it on a recurrent layer, or remove it.";
            case EMBEDDING -> "Put it on an embedding, or remove it.";
            case KERNEL, BIAS, ALL -> "Put it on a dense or convolution layer, or remove it.";
        };
    }
}
