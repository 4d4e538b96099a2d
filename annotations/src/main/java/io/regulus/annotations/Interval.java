package io.regulus.annotations;

/**
 * A range of numbers such as [0, 1). NaN lies in none, an infinite value only where the bound itself is closed.
 *
 * @param min lower bound
 * @param minIncluded whether the lower bound itself is allowed
 * @param max upper bound, {@link Double#POSITIVE_INFINITY} for none
 * @param maxIncluded whether the upper bound itself is allowed
 */
public record Interval(double min, boolean minIncluded, double max, boolean maxIncluded) {
    /**
     * Reads the notation of {@link Range}.
     *
     * @param text for example {@code "[0, 1)"}
     * @throws IllegalArgumentException if the text is no interval
     */
    public static Interval parse(String text) {
        String inner = text.length() < 3 ? "" : text.substring(1, text.length() - 1);
        String[] bounds = inner.split(",", -1);
        boolean brackets =
                "[(".indexOf(text.isEmpty() ? ' ' : text.charAt(0)) >= 0 && (text.endsWith(")") || text.endsWith("]"));
        if (!brackets || bounds.length != 2) {
            throw new IllegalArgumentException("'" + text + "' is no interval; write one like [0, 1) or (0, inf)");
        }
        return new Interval(bound(bounds[0]), text.startsWith("["), bound(bounds[1]), text.endsWith("]"));
    }

    private static double bound(String text) {
        return switch (text.strip()) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text.strip());
        };
    }

    /** Whether the value lies in this interval. */
    public boolean contains(double value) {
        return (minIncluded ? value >= min : value > min) && (maxIncluded ? value <= max : value < max);
    }

    /**
     * Whether the value lies in this interval also after it is rounded to a float, which is what a network computes with:
     * 1 - 1e-9 is below 1, the float it is rounded to is not.
     */
    public boolean containsAsFloat(double value) {
        return contains(value) && contains((float) value);
    }

    /**
     * Returns the value if it lies in this interval, also as a float.
     *
     * @param name what the value is, for the message
     * @param value the value to check
     * @throws IllegalArgumentException naming the value and the interval if it lies outside
     */
    public double require(String name, double value) {
        if (!containsAsFloat(value)) {
            String rounded = contains(value) ? ", which is " + (float) value + " as a float," : "";
            throw new IllegalArgumentException(name + " = " + value + rounded + " is outside " + this);
        }
        return value;
    }

    @Override
    public String toString() {
        return (minIncluded ? "[" : "(") + number(min) + ", " + number(max) + (maxIncluded ? "]" : ")");
    }

    private static String number(double bound) {
        if (Double.isInfinite(bound)) {
            return bound > 0 ? "inf" : "-inf";
        }
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? Long.toString((long) bound)
                : Double.toString(bound);
    }
}
