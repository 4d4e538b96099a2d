package io.regulus.processor.graph;

import java.util.List;
import java.util.Optional;

/**
 * An attention without projections.
 *
 * @param additive whether scores are sums of tanh, not dot products
 * @param scale what they are multiplied by, where that is trained
 * @param inputs how many inputs of the layer it reads: one that asks itself, or query, value and perhaps key
 */
public record ScoredAttentionOp(
        boolean additive, Optional<Variable> scale, int inputs, boolean causal, Hyperparameter dropout)
        implements Operation {
    @Override
    public List<Hyperparameter> numbers() {
        return List.of(dropout);
    }

    @Override
    public boolean relatesSteps() {
        return true;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.scoredAttention(this);
    }
}
