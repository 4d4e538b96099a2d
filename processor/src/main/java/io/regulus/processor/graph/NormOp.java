package io.regulus.processor.graph;

import java.util.List;

/**
 * A norm that is the same in training and in inference: its statistics are those of each row by itself, or frozen.
 *
 * @param holder its variables; it also knows its groups, where it has any
 * @param method what of it is called
 * @param epsilon added under the root
 * @param words what it is called
 */
public record NormOp(Holder holder, String method, Hyperparameter epsilon, String words) implements Operation {
    @Override
    public List<Hyperparameter> numbers() {
        return List.of(epsilon);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.norm(this);
    }
}
