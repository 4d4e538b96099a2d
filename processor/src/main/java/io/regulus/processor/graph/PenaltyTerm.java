package io.regulus.processor.graph;

import io.regulus.annotations.Vectors;
import io.regulus.processor.spec.PenaltySpec;
import io.regulus.processor.spec.Usage;
import java.util.List;

/**
 * One term of the penalty.
 *
 * @param kind the norm it is made of
 * @param coefficient its coefficient
 * @param source the annotation it comes from, as written
 */
public record PenaltyTerm(Kind kind, Hyperparameter coefficient, String source) {
    /** The terms of a penalty, whose coefficients belong to the given group. */
    static List<PenaltyTerm> of(PenaltySpec spec, String group, Hyperparameters numbers) {
        Usage usage = spec.usage();
        Kind l1 = spec.proximal() ? Kind.L1_PROXIMAL : Kind.L1;
        return switch (spec.kind()) {
            case L1 -> List.of(new PenaltyTerm(l1, numbers.of(group, "l1", usage, "value"), usage.text()));
            case L2 -> List.of(new PenaltyTerm(Kind.L2, numbers.of(group, "l2", usage, "value"), usage.text()));
            case ELASTIC_NET ->
                List.of(
                        new PenaltyTerm(Kind.L1, numbers.of(group, "l1", usage, "l1"), usage.text()),
                        new PenaltyTerm(Kind.L2, numbers.of(group, "l2", usage, "l2"), usage.text()));
            case ORTHOGONAL ->
                List.of(new PenaltyTerm(
                        spec.vectors().orElseThrow() == Vectors.ROWS ? Kind.ORTHOGONAL_ROWS : Kind.ORTHOGONAL_COLUMNS,
                        numbers.of(group, "orthogonal", usage, "value"),
                        usage.text()));
        };
    }

    /** How a term is computed and minimised. */
    public enum Kind {
        L1,
        L1_PROXIMAL,
        L2,
        ORTHOGONAL_COLUMNS,
        ORTHOGONAL_ROWS
    }
}
