package io.regulus.processor.spec;

/**
 * {@code @Attention} or {@code @AdditiveAttention} as written.
 *
 * @param additive whether scores are sums of tanh, not dot products
 * @param useScale whether they have trained weights
 */
public record ScoredAttentionSpec(Usage usage, boolean additive, boolean useScale, boolean causal)
        implements AttentionSpec {
    /** The query, the value, and the key where it is another. */
    @Override
    public int mostInputs() {
        return 3;
    }

    /** As in Keras that of the key is the value's. */
    @Override
    public int maskedInputs() {
        return 2;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.scoredAttention(this);
    }
}
