package io.regulus.processor.check.rule;

import io.regulus.annotations.On;
import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.PenaltySpec;
import java.util.List;
import java.util.stream.Stream;

/** Only a matrix has vectors that are to be orthogonal; of a table a step reads single rows. */
public final class OrthogonalRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        Stream.of(
                        draft.spec().penalties().stream(),
                        draft.layers().stream().flatMap(layer -> layer.penalties().stream()),
                        draft.layers().stream()
                                .flatMap(layer -> layer.reuse().inlining().stream())
                                .flatMap(inlining -> inlining.penalties().stream()))
                .flatMap(penalties -> penalties)
                .distinct()
                .filter(OrthogonalRule::isMisplaced)
                .forEach(penalty -> problems.add(
                        Code.PENALTY_ON_NOTHING,
                        penalty.usage().place(),
                        penalty.usage().text(),
                        "only kernels have vectors that can be orthogonal",
                        "Write on = KERNEL or on = RECURRENT_KERNEL."));
    }

    private static boolean isMisplaced(PenaltySpec penalty) {
        return penalty.kind() == PenaltySpec.Kind.ORTHOGONAL
                && !List.of(On.KERNEL, On.RECURRENT_KERNEL).contains(penalty.on());
    }
}
