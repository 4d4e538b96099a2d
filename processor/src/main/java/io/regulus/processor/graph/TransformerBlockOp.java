package io.regulus.processor.graph;

import io.regulus.annotations.ActivationFunction;
import java.util.List;

/**
 * An encoder block of a transformer.
 *
 * @param holder its kernels, biases and norms
 * @param heads number of heads, for the words
 * @param activation between its dense layers
 * @param normFirst whether the norms come first instead of last
 */
public record TransformerBlockOp(
        Holder holder,
        int heads,
        ActivationFunction activation,
        boolean normFirst,
        boolean causal,
        Hyperparameter dropout,
        Hyperparameter epsilon)
        implements Operation {
    @Override
    public List<Hyperparameter> numbers() {
        return List.of(dropout, epsilon);
    }

    @Override
    public boolean relatesSteps() {
        return true;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.transformerBlock(this);
    }
}
