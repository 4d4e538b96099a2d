package io.regulus.processor.graph;

/**
 * The rows of a table that ids stand for.
 *
 * @param ids how many a row of a batch has
 */
public record EmbeddingOp(Variable table, int ids) implements Operation {
    /** Ids are below this. */
    public int vocabulary() {
        return table.dims().get(0);
    }

    /** Values of the table that a row of a batch reads. */
    long valuesPerRow() {
        return (long) ids * table.dims().get(1);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.embedding(this);
    }
}
