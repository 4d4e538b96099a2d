package io.regulus.processor.graph;

import java.util.List;

/** Dropout, after a ReLU where there is one. */
public record DropoutOp(Hyperparameter p, boolean relu) implements Operation {
    @Override
    public List<Hyperparameter> numbers() {
        return List.of(p);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.dropout(this);
    }
}
