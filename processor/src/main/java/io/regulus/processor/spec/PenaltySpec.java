package io.regulus.processor.spec;

import io.regulus.annotations.On;
import io.regulus.annotations.Vectors;
import java.util.Optional;

/**
 * A penalty as written.
 *
 * @param kind which of the annotations
 * @param on which parameters it falls on
 * @param proximal soft thresholding instead of a subgradient; L1 only
 * @param vectors which of a kernel it compares; orthogonal only
 */
public record PenaltySpec(Usage usage, Kind kind, On on, boolean proximal, Optional<Vectors> vectors)
        implements Sourced {
    /** The annotations that penalise. */
    public enum Kind {
        L1,
        L2,
        ELASTIC_NET,
        ORTHOGONAL
    }
}
