package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A category of a row of {@link Features}, as one-hot values of the input or, with {@link #embedding}, as a trained vector. The
 * component is a {@code String}, an enum, a {@code boolean}, an {@code int} or {@code long}, or the boxed type of one of these. The
 * categories of an enum are its constants, those of a boolean {@code false} and {@code true}; others are the ones listed here, or are
 * learned from the rows of the first {@code fit}, the most frequent first, at most {@link #size} of them.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.RECORD_COMPONENT)
public @interface Categorical {
    /** The categories there are, in the order of their values; learned where none is listed. */
    String[] value() default {};

    /** How many categories are learned at most; unused places are 0. More of them in the data are an error that tells their number. */
    @Range("[1, 10000000]")
    int size() default 16;

    /** Length of the vector that is trained for each category, in place of one-hot values; 0 for none. */
    @Range("[0, 65536]")
    int embedding() default 0;

    /** What a missing category, null or empty, is. */
    MissingCategory missing() default MissingCategory.REFUSE;

    /** What a category is that was not there when they were learned, or is not listed. */
    UnknownCategory unknown() default UnknownCategory.ZEROS;
}
