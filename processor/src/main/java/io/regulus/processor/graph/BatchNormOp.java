package io.regulus.processor.graph;

import java.util.List;
import java.util.Optional;

/**
 * A batch norm over the last axis, with what follows it.
 *
 * @param holder its four variables
 * @param relu whether a ReLU follows
 * @param dropout probability of the dropout that follows the ReLU
 */
public record BatchNormOp(
        Holder holder,
        Hyperparameter momentum,
        Hyperparameter epsilon,
        boolean unbiased,
        boolean relu,
        Optional<Hyperparameter> dropout)
        implements Operation {
    BatchNormOp withRelu() {
        return new BatchNormOp(holder, momentum, epsilon, unbiased, true, dropout);
    }

    BatchNormOp withDropout(Hyperparameter p) {
        return new BatchNormOp(holder, momentum, epsilon, unbiased, relu, Optional.of(p));
    }

    @Override
    public List<Hyperparameter> numbers() {
        return dropout.isPresent() ? List.of(momentum, epsilon, dropout.get()) : List.of(momentum, epsilon);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.batchNorm(this);
    }
}
