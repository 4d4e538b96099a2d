package io.regulus.processor.graph;

import java.util.List;

/**
 * Something random, in training only.
 *
 * @param type simple name of its class in {@code io.regulus.ops}
 * @param number its probability or deviation
 * @param words what it is called
 */
public record NoiseOp(String type, Hyperparameter number, String words) implements Operation {
    @Override
    public List<Hyperparameter> numbers() {
        return List.of(number);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.noise(this);
    }
}
