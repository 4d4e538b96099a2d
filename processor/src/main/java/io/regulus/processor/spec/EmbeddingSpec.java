package io.regulus.processor.spec;

import io.regulus.annotations.Initializer;

/** {@code @Embedding} as written. */
public record EmbeddingSpec(
        Usage usage,
        Written<Integer> vocabulary,
        Written<Integer> units,
        Written<Boolean> maskZero,
        Initializer embeddingsInitializer)
        implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.LAYER;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.embedding(this);
    }
}
