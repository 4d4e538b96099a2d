package io.regulus.processor.graph;

/** The rows of a table that ids stand for. */
public record EmbeddingOp(Variable table) implements Operation {
    /** Ids are below this. */
    public int vocabulary() {
        return table.dims().get(0);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.embedding(this);
    }
}
