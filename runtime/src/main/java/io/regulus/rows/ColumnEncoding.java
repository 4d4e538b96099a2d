package io.regulus.rows;

import com.google.gson.JsonObject;

/** A column with what was learned of it from the training rows. */
interface ColumnEncoding {
    /** What was learned. */
    JsonObject toJson();
}
