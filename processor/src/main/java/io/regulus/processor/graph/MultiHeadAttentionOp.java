package io.regulus.processor.graph;

import java.util.List;

/**
 * An attention with its projections.
 *
 * @param holder its kernels and biases
 * @param heads number of heads, for the words
 * @param cross whether query and value are two inputs of the layer
 */
public record MultiHeadAttentionOp(Holder holder, int heads, boolean cross, boolean causal, Hyperparameter dropout)
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
        return cases.multiHeadAttention(this);
    }
}
