package io.regulus.processor.graph;

import java.util.List;

/**
 * A penalty on the values that pass, in training only.
 *
 * @param l1 coefficient of the sum of absolute values
 * @param l2 coefficient of the sum of squares
 */
public record ActivityPenaltyOp(Hyperparameter l1, Hyperparameter l2) implements Operation {
    @Override
    public List<Hyperparameter> numbers() {
        return List.of(l1, l2);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.activityPenalty(this);
    }
}
