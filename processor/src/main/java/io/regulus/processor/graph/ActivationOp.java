package io.regulus.processor.graph;

import io.regulus.annotations.ActivationFunction;
import java.util.List;
import java.util.Optional;

/** An activation other than the linear one; a slope only for a leaky ReLU that was given one of its own. */
public record ActivationOp(ActivationFunction function, Optional<Hyperparameter> negativeSlope) implements Operation {
    @Override
    public List<Hyperparameter> numbers() {
        return negativeSlope.stream().toList();
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.activation(this);
    }
}
