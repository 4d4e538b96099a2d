package io.regulus.processor.graph;

import io.regulus.annotations.Merge;
import java.util.List;
import java.util.Optional;

/**
 * A recurrent layer.
 *
 * @param type of the holder of its weights, as its name
 * @param forward the weights
 * @param backward those of the other direction, and how both are merged
 * @param sequences whether every step gives an output
 */
public record RecurrentOp(
        String type,
        Holder forward,
        Optional<Backward> backward,
        boolean sequences,
        Hyperparameter dropout,
        Hyperparameter recurrentDropout)
        implements Operation {
    /** The other direction. */
    public record Backward(Holder holder, Merge merge) {}

    @Override
    public List<Hyperparameter> numbers() {
        return List.of(dropout, recurrentDropout);
    }

    @Override
    public boolean relatesSteps() {
        return true;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.recurrent(this);
    }
}
