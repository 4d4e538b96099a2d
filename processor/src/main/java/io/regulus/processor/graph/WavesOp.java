package io.regulus.processor.graph;

import java.util.List;

/** Waves added to a sequence, which tell its steps apart. */
public record WavesOp(Hyperparameter maxWavelength) implements Operation {
    @Override
    public List<Hyperparameter> numbers() {
        return List.of(maxWavelength);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.waves(this);
    }
}
