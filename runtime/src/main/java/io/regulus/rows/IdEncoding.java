package io.regulus.rows;

import com.google.gson.JsonObject;

/** A category as an id for an embedding: 0 is none of the known ones. */
record IdEncoding<R>(CategoryEncoding<R> categories) implements FeatureEncoding<R> {
    @Override
    public CategoricalColumn<R> column() {
        return categories.column();
    }

    /** Nothing: ids are an input of their own. */
    @Override
    public void write(R source, long row, float[] into, int at) {}

    int id(R source, long row) {
        return categories.place(source, row) + 1;
    }

    @Override
    public JsonObject toJson() {
        return categories.toJson();
    }
}
