package io.regulus.processor.expand;

import io.regulus.processor.problem.Problem;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.NetworkSpec;
import java.util.List;

/**
 * A network without blocks, without fields that are another one once more and without records: each is replaced by the layers and
 * inputs it stands for.
 *
 * @param network the network; as it was where there are problems
 * @param problems what does not let it be expanded
 */
public record Expansion(NetworkSpec network, List<Problem> problems) {
    public Expansion {
        problems = List.copyOf(problems);
    }

    /** Expands what the user wrote. */
    public static Expansion of(NetworkSpec written) {
        Problems problems = new Problems();
        NetworkSpec spec = RowsInput.addTo(written, problems);
        if (!problems.report().isEmpty() || spec.fields().stream().noneMatch(Expansion::reuses)) {
            return new Expansion(spec, problems.report());
        }
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
