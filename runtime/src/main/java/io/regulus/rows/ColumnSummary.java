package io.regulus.rows;

import com.google.gson.JsonObject;
import io.regulus.json.CheckedJson;

/**
 * What rows have taught of a column so far, in a form that other rows can be added to.
 *
 * @param <S> its own type
 */
interface ColumnSummary<S extends ColumnSummary<S>> {
    /** Adds what other rows have taught; the other one stays as it is. */
    void merge(S other);

    /** Adds what other rows have taught, as it was written. */
    void merge(CheckedJson saved);

    /** For {@link #merge(CheckedJson)}. */
    JsonObject toJson();
}
