package io.regulus.rows;

import com.google.gson.JsonObject;
import io.regulus.json.CheckedJson;

/**
 * What is learned of a column of numbers: y = (x - shift) / scale.
 *
 * @param shift what is subtracted
 * @param scale what is divided by, never 0
 * @param fill what stands for a missing number, before it is scaled
 */
record NumberScale(double shift, double scale, double fill) {
    private static final String SHIFT = "shift";
    private static final String SCALE = "scale";
    private static final String FILL = "fill";

    /** Leaves numbers as they are. */
    static final NumberScale IDENTITY = new NumberScale(0, 1, 0);

    /** As it was saved. */
    static NumberScale of(CheckedJson learned) {
        double scale = learned.number(SCALE);
        if (scale == 0) {
            throw learned.damaged(SCALE, "a number other than 0");
        }
        return new NumberScale(learned.number(SHIFT), scale, learned.number(FILL));
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty(SHIFT, shift);
        json.addProperty(SCALE, scale);
        json.addProperty(FILL, fill);
        return json;
    }

    double apply(double value) {
        return (value - shift) / scale;
    }

    double undo(double value) {
        return value * scale + shift;
    }
}
