package io.regulus.processor.spec;

import io.regulus.annotations.Initializer;

/** {@code @PositionEmbedding} as written. */
public record PositionEmbeddingSpec(Usage usage, Initializer initializer) implements OpSpec {
    @Override
    public Slot slot() {
        return Slot.POSITION;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.positionEmbedding(this);
    }
}
