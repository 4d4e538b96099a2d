package io.regulus.files;

import io.regulus.data.Names;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fields of a line by the names of their columns, as values of Java types. Empty fields are missing: NaN or null. What a field
 * does not hold is reported, all of a line at once, and some value is given in its place.
 */
public final class RowFields {
    private static final Set<String> TRUE = Set.of("true", "yes", "1", "1.0");
    private static final Set<String> FALSE = Set.of("false", "no", "0", "0.0");

    private static final String CORRECT = "Correct it, or leave the field empty where it is not known";

    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

    private final Source source;

    RowFields(Source source) {
        this.source = source;
    }

    /** Where the texts come from, and where problems go. */
    interface Source {
        /** The text of a column's field, stripped; empty where there is none. */
        String text(String column);

        /** Notes what is wrong with it; the cure has no full stop. */
        void report(String column, String reason, String cure);
    }

    /** A number, NaN where it is missing. */
    public float getFloat(String column) {
        Float value = getFloatOrNull(column);
        return value == null ? Float.NaN : value;
    }

    /** A number, null where it is missing. */
    public Float getFloatOrNull(String column) {
        String text = source.text(column);
        if (text.isEmpty()) {
            return null;
        }
        Numbers.Parsed parsed = Numbers.parse(text);
        if (parsed instanceof Numbers.Finite number) {
            return number.value();
        }
        source.report(column, ((Numbers.NotANumber) parsed).reason(), CORRECT);
        return Float.NaN;
    }

    /** A number, NaN where it is missing. */
    public double getDouble(String column) {
        Double value = getDoubleOrNull(column);
        return value == null ? Double.NaN : value;
    }

    /** A number, null where it is missing. */
    public Double getDoubleOrNull(String column) {
        BigDecimal value = getDecimal(column);
        if (value == null) {
            return null;
        }
        double number = value.doubleValue();
        if (Double.isInfinite(number)) {
            source.report(column, "'" + Names.shown(source.text(column)) + "' is too large for a double", "Correct it");
        }
        return number;
    }

    /** A number as it is written, null where it is missing; 0 for what is none, which is reported. */
    private BigDecimal getDecimal(String column) {
        String text = source.text(column);
        if (text.isEmpty()) {
            return null;
        }
        if (Numbers.parse(text) instanceof Numbers.NotANumber no && no.kind() != Numbers.Kind.TOO_LARGE) {
            source.report(column, no.reason(), CORRECT);
            return BigDecimal.ZERO;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException exponent) {
            source.report(column, "'" + Names.shown(text) + "' is too large for any number", CORRECT);
            return BigDecimal.ZERO;
        }
    }

    /** A whole number. */
    public int getInt(String column) {
        return (int) required(column, getWhole(column, Integer.MIN_VALUE, Integer.MAX_VALUE), "Integer");
    }

    /** A whole number, null where it is missing. */
    public Integer getIntOrNull(String column) {
        Long value = getWhole(column, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return value == null ? null : value.intValue();
    }

    /** A whole number. */
    public long getLong(String column) {
        return required(column, getWhole(column, Long.MIN_VALUE, Long.MAX_VALUE), "Long");
    }

    /** A whole number, null where it is missing. */
    public Long getLongOrNull(String column) {
        return getWhole(column, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private long required(String column, Long value, String type) {
        if (value == null) {
            source.report(column, "is empty", "Fill it in, or declare it as a value that may be missing: " + type);
            return 0;
        }
        return value;
    }

    private Long getWhole(String column, long min, long max) {
        BigDecimal value = getDecimal(column);
        if (value == null) {
            return null;
        }
        try {
            // what other tools write of whole numbers beside missing ones: 12.0
            long whole = value.longValueExact();
            if (whole >= min && whole <= max) {
                return whole;
            }
        } catch (ArithmeticException notWhole) {
            // told below, as what is out of range
        }
        source.report(
                column,
                "'" + Names.shown(source.text(column)) + "' is no whole number from " + min + " to " + max,
                "Correct it, or declare it as a float");
        return 0L;
    }

    /** True for {@code true}, {@code yes} and 1, also as {@code 1.0}, false for {@code false}, {@code no} and 0. */
    public boolean getBoolean(String column) {
        Boolean value = getBooleanOrNull(column);
        if (value == null) {
            source.report(column, "is empty", "Fill it in, or declare it as a value that may be missing: Boolean");
        }
        return Boolean.TRUE.equals(value);
    }

    /** As {@link #getBoolean}, null where it is missing. */
    public Boolean getBooleanOrNull(String column) {
        String text = source.text(column).toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return null;
        }
        if (!TRUE.contains(text) && !FALSE.contains(text)) {
            source.report(
                    column,
                    "'" + Names.shown(source.text(column)) + "' is neither true nor false",
                    "Write true or false, yes or no, 1 or 0");
        }
        return TRUE.contains(text);
    }

    /** A text, null where it is missing. */
    public String getTextOrNull(String column) {
        String text = source.text(column);
        return text.isEmpty() ? null : text;
    }

    /**
     * The constant of an enum, null where it is missing. {@code near bay} and {@code Near-Bay} are {@code NEAR_BAY}: capital letters do
     * not matter, and whatever is no letter or digit is an underscore.
     */
    public <E extends Enum<E>> E getConstantOrNull(String column, Class<E> type) {
        String text = source.text(column);
        if (text.isEmpty()) {
            return null;
        }
        String wanted = identifier(text);
        List<E> alike = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
            if (identifier(constant.name()).equals(wanted)) {
                alike.add(constant);
            }
        }
        if (alike.size() == 1) {
            return alike.get(0);
        }
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        source.report(
                column,
                "'" + Names.shown(text) + "' is none of " + names
                        + Names.nearest(text, names)
                                .map(near -> " (did you mean '" + near + "'?)")
                                .orElse(""),
                "Correct it, or give " + type.getSimpleName() + " a constant for it");
        return null;
    }

    private static String identifier(String text) {
        return NO_LETTER_OR_DIGIT.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("_");
    }
}
