package io.regulus.processor.spec;

import io.regulus.annotations.On;

/**
 * A penalty as written.
 *
 * @param kind which of the three annotations
 * @param on which parameters it falls on
 * @param proximal soft thresholding instead of a subgradient; L1 only
 */
public record PenaltySpec(Usage usage, Kind kind, On on, boolean proximal) implements Sourced {
    /** The annotations that penalise. */
    public enum Kind {
        L1,
        L2,
        ELASTIC_NET
    }
}
