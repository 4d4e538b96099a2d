package io.regulus.processor.graph;

/** A trained row added to each step of a sequence. */
public record PositionEmbeddingOp(Holder holder) implements Operation {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.positionEmbedding(this);
    }
}
