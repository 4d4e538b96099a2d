package io.regulus.rows;

import com.google.gson.JsonObject;
import io.regulus.annotations.MissingNumber;
import io.regulus.annotations.Scaling;
import io.regulus.json.CheckedJson;
import java.util.Arrays;

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

    /**
     * Learns from numbers, all finite.
     *
     * @param known those that are not missing, at least one
     */
    static NumberScale of(double[] known, Scaling scaling, MissingNumber missing) {
        double fill = switch (missing) {
            case REFUSE, ZERO -> 0;
            case MEAN -> mean(known);
            case MEDIAN -> median(known);
        };
        return switch (scaling) {
            case NONE -> new NumberScale(0, 1, fill);
            case STANDARD -> standard(known, fill);
            case MIN_MAX -> {
                double min = min(known);
                yield new NumberScale(min, positive(max(known) - min), fill);
            }
        };
    }

    /** The mean of a constant may miss it by a rounding, which must not become what others are divided by. */
    private static NumberScale standard(double[] known, double fill) {
        double min = min(known);
        return min == max(known)
                ? new NumberScale(min, 1, fill)
                : new NumberScale(mean(known), positive(deviation(known)), fill);
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / values.length);
    }

    /** Divided by 1 a constant becomes 0; by 0 it would be NaN. */
    private static double positive(double scale) {
        return (float) scale == 0 ? 1 : scale;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

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
