package io.regulus.processor.read;

import io.regulus.annotations.On;
import io.regulus.annotations.Vectors;
import io.regulus.processor.spec.PenaltySpec;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the annotations that penalise parameters, on a class or a field; a new penalty is a new entry. */
final class PenaltyReaders {
    static final Map<String, Function<AnnotationUse, PenaltySpec>> BY_NAME = Map.of(
            "L1", use -> penalty(use, PenaltySpec.Kind.L1, use.flag("proximal").value()),
            "L2", use -> penalty(use, PenaltySpec.Kind.L2, false),
            "ElasticNet", use -> penalty(use, PenaltySpec.Kind.ELASTIC_NET, false),
            "Orthogonal", PenaltyReaders::orthogonal);

    private PenaltyReaders() {}

    private static PenaltySpec penalty(AnnotationUse use, PenaltySpec.Kind kind, boolean proximal) {
        return new PenaltySpec(use.usage(), kind, use.constant("on", On.class).value(), proximal, Optional.empty());
    }

    private static PenaltySpec orthogonal(AnnotationUse use) {
        return new PenaltySpec(
                use.usage(),
                PenaltySpec.Kind.ORTHOGONAL,
                use.constant("on", On.class).value(),
                false,
                Optional.of(use.constant("vectors", Vectors.class).value()));
    }
}
