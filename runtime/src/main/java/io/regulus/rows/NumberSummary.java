package io.regulus.rows;

import com.google.gson.JsonObject;
import io.regulus.annotations.MissingNumber;
import io.regulus.annotations.Scaling;
import io.regulus.json.CheckedJson;
import java.util.Arrays;

/**
 * The known numbers of a column: what their scale needs of them. Parts are put together by the formulas of Chan, Golub and LeVeque
 * (1983); a median needs every number.
 */
final class NumberSummary implements ColumnSummary<NumberSummary> {
    private static final String COUNT = "count";
    private static final String MIN = "min";
    private static final String MAX = "max";
    private static final String MEAN = "mean";
    private static final String REST = "rest";
    private static final String SQUARES = "squares";
    private static final String NUMBERS = "numbers";

    private final String column;
    private final Scaling scaling;
    private final MissingNumber missing;

    private long count;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    /** Where it is asked for; else 0. */
    private double mean;
    /**
     * What the rounding of the mean has cut off. Far from 0 that is much of the distance between the means of two parts, and so of the
     * deviation of both.
     */
    private double rest;
    /** The sum of the squared deviations from the mean, where numbers are divided by the deviation; else 0. */
    private double squares;

    /** Where the median is asked for the numbers themselves, at its beginning; more of it may be in use later. */
    private double[] numbers = {};

    /**
     * Of no numbers.
     *
     * @param column with its record, for messages
     */
    NumberSummary(String column, Scaling scaling, MissingNumber missing) {
        this.column = column;
        this.scaling = scaling;
        this.missing = missing;
    }

    /** Of numbers, all finite. */
    static NumberSummary of(double[] known, String column, Scaling scaling, MissingNumber missing) {
        NumberSummary summary = new NumberSummary(column, scaling, missing);
        if (known.length > 0) {
            summary.count = known.length;
            summary.min = Arrays.stream(known).min().orElseThrow();
            summary.max = Arrays.stream(known).max().orElseThrow();
            if (scaling == Scaling.STANDARD || missing == MissingNumber.MEAN) {
                double mean = Arrays.stream(known).sum() / known.length;
                summary.mean = mean;
                summary.rest = Arrays.stream(known).map(value -> value - mean).sum() / known.length;
            }
            if (scaling == Scaling.STANDARD) {
                double mean = summary.mean;
                summary.squares = Arrays.stream(known)
                        .map(value -> (value - mean) * (value - mean))
                        .sum();
            }
            if (missing == MissingNumber.MEDIAN) {
                summary.numbers = known;
            }
        }
        return summary;
    }

    /** How many numbers there are. */
    long count() {
        return count;
    }

    @Override
    public void merge(NumberSummary other) {
        if (other.count == 0) {
            return;
        }
        if (missing == MissingNumber.MEDIAN) {
            append(other);
        }
        long both = count + other.count;
        double share = (double) other.count / both;
        double distance = other.mean - mean + (other.rest - rest);
        if (scaling == Scaling.STANDARD) {
            squares += other.squares + distance * count * share * distance;
        }
        if (count == 0) {
            // of the first part alone these are its own numbers, bit for bit
            mean = other.mean;
            rest = other.rest;
        } else {
            moveMean(distance * share);
        }
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        count = both;
    }

    /** What is rounded off is kept, by Knuth's sum of two numbers. */
    private void moveMean(double by) {
        double change = rest + by;
        double moved = mean + change;
        double added = moved - mean;
        rest = mean - (moved - added) + (change - added);
        mean = moved;
    }

    private void append(NumberSummary other) {
        long both = count + other.count;
        if (both > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a median keeps every number, and of " + both
                    + " there are too many for that: write @Numeric(missing = MissingNumber.MEAN)");
        }
        if (both > numbers.length) {
            int room = (int) Math.max(both, Math.min(Integer.MAX_VALUE - 8, 3L * numbers.length / 2));
            numbers = Arrays.copyOf(numbers, room);
        }
        System.arraycopy(other.numbers, 0, numbers, (int) count, (int) other.count);
    }

    /**
     * How the column is scaled; there has to be a number.
     *
     * @throws IllegalArgumentException if the numbers are too large
     */
    NumberScale scale() {
        NumberScale scale = unchecked();
        requireFinite(scale.shift(), scale.scale(), scale.fill());
        return scale;
    }

    private void requireFinite(double... found) {
        if (!Arrays.stream(found).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(column + " has numbers from " + min + " to " + max
                    + ", which are too large to be scaled. Divide them by a constant.");
        }
    }

    private NumberScale unchecked() {
        double fill = switch (missing) {
            case REFUSE, ZERO -> 0;
            case MEAN -> mean;
            case MEDIAN -> median();
        };
        return switch (scaling) {
            case NONE -> new NumberScale(0, 1, fill);
            // the mean of a constant may miss it by a rounding, which must not become what others are divided by
            case STANDARD ->
                min == max
                        ? new NumberScale(min, 1, fill)
                        : new NumberScale(mean, positive(Math.sqrt(squares / count)), fill);
            case MIN_MAX -> new NumberScale(min, positive(max - min), fill);
        };
    }

    /** Divided by 1 a constant becomes 0; by 0 it would be NaN. */
    private static double positive(double scale) {
        return (float) scale == 0 ? 1 : scale;
    }

    private double median() {
        double[] sorted = Arrays.copyOf(numbers, (int) count);
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Override
    public JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty(COUNT, count);
        if (count > 0) {
            json.addProperty(MIN, min);
            json.addProperty(MAX, max);
            requireFinite(mean, rest, squares);
            json.addProperty(MEAN, mean);
            json.addProperty(REST, rest);
            json.addProperty(SQUARES, squares);
        }
        if (missing == MissingNumber.MEDIAN) {
            json.addProperty(NUMBERS, NumbersText.write(Arrays.copyOf(numbers, (int) count)));
        }
        return json;
    }

    @Override
    public void merge(CheckedJson saved) {
        NumberSummary other = new NumberSummary(column, scaling, missing);
        other.count = saved.count(COUNT);
        if (other.count > 0) {
            other.min = saved.number(MIN);
            other.max = saved.number(MAX);
            other.mean = saved.number(MEAN);
            other.rest = saved.number(REST);
            other.squares = saved.number(SQUARES);
        }
        if (missing == MissingNumber.MEDIAN) {
            other.numbers = numbers(saved, other.count);
        }
        merge(other);
    }

    private static double[] numbers(CheckedJson saved, long count) {
        double[] numbers;
        try {
            numbers = NumbersText.read(saved.text(NUMBERS));
        } catch (IllegalArgumentException damaged) {
            throw saved.damaged(NUMBERS, "deflated numbers in Base64");
        }
        if (numbers.length != count) {
            throw saved.damaged(NUMBERS, count + " numbers, deflated");
        }
        return numbers;
    }
}
