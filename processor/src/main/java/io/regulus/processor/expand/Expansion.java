package io.regulus.processor.expand;

import io.regulus.processor.problem.Problem;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.NetworkSpec;
import java.util.List;

/**
 * A network without blocks and without fields that are another one once more: each is replaced by the layers it stands for.
 *
 * @param network the network; as it was where there are problems
 * @param problems what does not let it be expanded
 */
public record Expansion(NetworkSpec network, List<Problem> problems) {
    public Expansion {
        problems = List.copyOf(problems);
    }

    /** Expands what the user wrote. */
    public static Expansion of(NetworkSpec spec) {
        if (spec.fields().stream().noneMatch(Expansion::reuses)) {
            return new Expansion(spec, List.of());
        }
        Problems problems = new Problems();
        BlockChecks.check(spec, problems);
        if (!problems.report().isEmpty()) {
            return new Expansion(spec, problems.report());
        }
        return new Expansion(spec.with(Inliner.layers(spec)), List.of());
    }

    private static boolean reuses(FieldSpec field) {
        return field.reuse().block().isPresent()
                || field.reuse().repeat().isPresent()
                || field.reuse().shares().isPresent();
    }
}
