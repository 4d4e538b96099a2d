package io.regulus.rows;

import com.google.gson.JsonObject;

/** A category as values of which one is 1 and the others are 0. */
record OneHotEncoding<R>(CategoryEncoding<R> categories) implements FeatureEncoding<R> {
    @Override
    public CategoricalColumn<R> column() {
        return categories.column();
    }

    @Override
    public void write(R source, long row, float[] into, int at) {
        int place = categories.place(source, row);
        if (place != CategoryEncoding.UNKNOWN) {
            into[at + place] = 1;
        }
    }

    @Override
    public JsonObject toJson() {
        return categories.toJson();
    }
}
