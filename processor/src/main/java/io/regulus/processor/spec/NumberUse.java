package io.regulus.processor.spec;

import io.regulus.annotations.Interval;
import java.util.Optional;

/**
 * A number in an annotation, with the range its element allows.
 *
 * @param element name of the annotation element
 * @param value the number; integers are exact up to 2^53, far above what any element allows
 * @param integral whether the element is an int
 * @param range the range stated at the element
 * @param neutral the value at which it does nothing, where it is a number of a regulariser
 * @param regularising that this number of the annotation regularises, where not the whole annotation does
 * @param explicit whether the user wrote it
 * @param place where
 */
public record NumberUse(
        String element,
        double value,
        boolean integral,
        Interval range,
        Optional<Double> neutral,
        Optional<Regularising> regularising,
        boolean explicit,
        Place place) {
    /** A number that has nothing to do with regularisation. */
    public NumberUse(String element, double value, boolean integral, Interval range, boolean explicit, Place place) {
        this(element, value, integral, range, Optional.empty(), Optional.empty(), explicit, place);
    }

    /** Another number in the same place. */
    NumberUse with(double other) {
        return new NumberUse(element, other, integral, range, neutral, regularising, explicit, place);
    }

    /** The same number under another name. */
    NumberUse named(String other) {
        return new NumberUse(other, value, integral, range, neutral, regularising, explicit, place);
    }

    /** The number as it would be written in source. */
    public String text() {
        return integral ? Long.toString((long) value) : text(value);
    }

    /** A double as a person would write it in source: {@code 1e-4} rather than {@code 1.0E-4}. */
    public static String text(double value) {
        if (Double.isNaN(value)) {
            return "Double.NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
        }
        return Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }

    /** A double for messages, where its type does not matter: {@code -1} rather than {@code -1.0}. */
    public static String shortText(double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e6;
        return isWhole ? Long.toString((long) value) : text(value);
    }

    /** Whether the number is one that its element allows. */
    public boolean inRange() {
        return integral ? range.contains(value) : range.containsAsFloat(value);
    }
}
