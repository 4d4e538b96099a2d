package io.regulus.processor.check.rule;

import io.regulus.annotations.On;
import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.check.Regularisation;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.PenaltySpec;
import io.regulus.processor.spec.WeightNormSpec;
import java.util.List;

/**
 * {@code @ElasticNet} is both penalties, so neither stands beside it. A soft threshold may set the whole kernel of a unit to 0,
 * which has no direction for a weight norm to hold.
 */
public final class PenaltiesConflictRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        check(draft.spec().penalties(), problems);
        draft.layers().forEach(layer -> {
            check(layer.penalties(), problems);
            layer.reuse().inlining().ifPresent(inlining -> check(inlining.penalties(), problems));
        });
        Regularisation regularisation = new Regularisation(draft.spec());
        draft.layers().stream()
                .filter(layer -> !layer.policies(WeightNormSpec.class).isEmpty())
                .forEach(layer -> checkNormed(layer, regularisation.penalties(layer), problems));
    }

    private static void checkNormed(FieldSpec layer, List<PenaltySpec> penalties, Problems problems) {
        boolean hasKernel = Parameters.of(layer).stream().anyMatch(parameter -> parameter.isIn(On.KERNEL));
        penalties.stream()
                .filter(penalty ->
                        hasKernel && penalty.proximal() && (penalty.on() == On.KERNEL || penalty.on() == On.ALL))
                .forEach(
                        penalty -> problems.add(
                                Code.PENALTIES_CONFLICT,
                                penalty.usage().place(),
                                penalty.usage().text(),
                                "@WeightNorm of '" + layer.name() + "'",
                                "a unit whose whole kernel the threshold sets to 0 has no direction. Write proximal = false, or remove the @WeightNorm."));
    }

    private static boolean isNorm(PenaltySpec penalty) {
        return penalty.kind() != PenaltySpec.Kind.ORTHOGONAL;
    }

    private static void check(List<PenaltySpec> penalties, Problems problems) {
        penalties.stream()
                .filter(penalty -> penalty.kind() == PenaltySpec.Kind.ELASTIC_NET)
                .findFirst()
                .ifPresent(
                        both -> penalties.stream()
                                .filter(penalty -> !penalty.equals(both) && isNorm(penalty))
                                .forEach(
                                        penalty -> problems.add(
                                                Code.PENALTIES_CONFLICT,
                                                penalty.usage().place(),
                                                penalty.usage().text(),
                                                both.usage().text(),
                                                "which coefficient counts would be a guess. Write both coefficients in one @ElasticNet, or keep @L1 and @L2 alone.")));
    }
}
